import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "@/lib/markdown/parse";
import { releases } from "@/lib/markdown/testing/corpus";
import { mintUid } from "@/lib/mint-uid";
import { documentHash, type SpecDocument } from "@/lib/spec/document";
import { sectionTree } from "@/lib/spec/section-tree";
import { expect, test } from "./fixtures";
import { expectSaved, fillDraft, openEditor, SAMPLE, storedDraft, textOf } from "./support/editor";
import { OwnServer } from "./support/own-server";
import { sessionToken } from "./support/sign-in";

// The server is killed on purpose, and browsers say so.
test.use({ allowedConsoleErrors: [/WebSocket|ERR_|Failed to load|status of/] });

/** What a browser holds, by the export that everybody has. */
async function heldBy(page: Page): Promise<SpecDocument> {
  await page.locator("[data-save-state]").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as JSON" }).click();
  const document = JSON.parse(
    await readFile(await (await download).path(), "utf8"),
  ) as SpecDocument;
  await page.keyboard.press("Escape");
  return document;
}

const release = releases.find(({ name }) => name.startsWith("2025-09"));

test("three people, one whole spec, the server killed in between: nothing lost, nothing doubled, also for who closed the page", async ({
  browser,
  signIn,
  spec,
}) => {
  test.setTimeout(240_000);
  const document = release ? parse(release.files, { mint: mintUid }).document : SAMPLE;
  await fillDraft(spec.id, document);
  const server = await OwnServer.start();
  try {
    const pages: Page[] = [];
    for (const name of ["Ada Berg", "Bo Lind", "Cy Moor"]) {
      const { userId } = await signIn({ name });
      await spec.add(userId, "editor");
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width: 1280, height: 800 },
      });
      await context.addCookies([
        {
          name: "authjs.session-token",
          value: await sessionToken(userId),
          url: server.url,
          httpOnly: true,
          sameSite: "Lax",
        },
      ]);
      pages.push(await context.newPage());
    }
    const [ada, , cy] = pages as [Page, Page, Page];
    let bo = pages[1]!;
    for (const page of pages) await openEditor(page, spec.slug);

    const clause = sectionTree(document.content)
      .sections.filter(({ authority }) => authority !== null)
      .at(1)!;
    const line = (page: Page, title: string) =>
      page
        .getByRole("treeitem", { name: new RegExp(`^${title.replaceAll(/[^\w ]/g, ".")}`) })
        .first();
    // Words, an authority, an example and a move, all at once.
    await textOf(ada).locator("p").first().click();
    await ada.keyboard.press("End");
    await textOf(bo).locator(".ed-example-title").first().click();
    await bo.keyboard.press("End");
    await line(cy, clause.title).focus();
    await Promise.all([
      ada.keyboard.type(" Ada was here."),
      bo.keyboard.type(" (Bo)"),
      cy.keyboard.press("Alt+Shift+ArrowUp"),
    ]);
    for (const page of pages) await expectSaved(page);

    await server.kill();
    await ada.keyboard.type(" And without a server.");
    await bo.keyboard.type(" (still Bo)");
    for (const page of [ada, bo]) {
      await expect(page.locator("[data-save-state]")).toHaveText("Offline: kept on this device", {
        timeout: 45_000,
      });
    }
    // Bo leaves with words that the server never saw, and comes back to them.
    await bo.close();
    await server.start();
    bo = await bo.context().newPage();
    pages[1] = bo;
    await openEditor(bo, spec.slug);
    for (const page of pages) await expectSaved(page);
    await textOf(cy).locator("p").first().click();
    await cy.keyboard.press("Home");
    await cy.keyboard.type("Cy too. ");
    for (const page of pages) {
      await expect(textOf(page)).toContainText("Ada was here. And without a server.");
      await expect(textOf(page)).toContainText("(Bo) (still Bo)");
      await expect(textOf(page)).toContainText("Cy too. ");
      await expectSaved(page);
    }
    const { text, hash } = await storedDraft(spec.id);
    for (const words of ["Ada was here. And without a server.", "(still Bo)", "Cy too. "]) {
      expect(text.split(words), words).toHaveLength(2);
    }
    for (const page of pages) expect(await documentHash(await heldBy(page))).toBe(hash);
    await Promise.all(pages.map((page) => page.context().close()));
  } finally {
    await server.kill();
  }
});
