import { spawnSync } from "node:child_process";
import type { Page, TestInfo } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectSaved, openEditor, textOf } from "./support/editor";
import { zipOf } from "./support/spec-zip";
import { STORY, storyClauses, type StoryClause } from "./support/story-input";

/** What the three editors add, each to a clause of their own. */
const ADDED = {
  ada: " This holds on weekdays and on Sundays.",
  bo: " Say so before anybody has to ask.",
  cy: " When in doubt, ask who is affected.",
};
const REVISED = " When in doubt, ask everybody who is affected.";
const NEXT = ["2026-12-01", "2026-12-15"] as const;

// Named so that it is found: this is what the product is for, from the first file to the answer to a reader.
test("the whole story, from an imported history to a release that answers a reader", async ({
  signIn,
  page: reader,
}, info) => {
  test.setTimeout(420_000);
  const clauses = storyClauses();
  const [first, second, third] = [clauses[1]!, clauses[3]!, clauses[5]!];
  const publisher = await signIn({ name: "Paz Romero", specCreator: true });
  const slug = `story-${Date.now()}`;

  await test.step("the real releases become a history", async () => {
    await importHistory(publisher.page, slug);
    await keep(publisher.page, info, "1-imported");
  });

  const join = async (name: string, role: "Editor" | "Reviewer") => {
    const { page } = await signIn({ name });
    await page.goto(await invitationFor(publisher.page, slug, role));
    await page.getByRole("button", { name: /accept|join/i }).click();
    await page.waitForURL(`**/w/${slug}`);
    return page;
  };
  const ada = await join("Ada Berg", "Editor");
  const bo = await join("Bo Lind", "Editor");
  const cy = await join("Cy Moor", "Editor");
  const rosa = await join("Rosa Weil", "Reviewer");
  const kim = await join("Kim Adeyemi", "Reviewer");

  await test.step("three people edit at once", async () => {
    for (const page of [ada, bo, cy]) await openEditor(page, slug);
    await Promise.all([
      addTo(ada, first, ADDED.ada),
      addTo(bo, second, ADDED.bo),
      addTo(cy, third, ADDED.cy),
    ]);
    for (const page of [ada, bo, cy]) {
      await expect(textOf(page)).toContainText(`${first.words}${ADDED.ada}`);
      await expect(textOf(page)).toContainText(`${second.words}${ADDED.bo}`);
      await expect(textOf(page)).toContainText(`${third.words}${ADDED.cy}`);
      await expectSaved(page);
    }
    await keep(ada, info, "2-edited-together");
  });

  await test.step("a candidate is reviewed, and somebody objects", async () => {
    await askForReview(ada, slug, NEXT[0], [first, second, third]);
    await keep(ada, info, "3-candidate");
    await rosa.goto(`/w/${slug}/releases/1/review`);
    await rosa.getByRole("button", { name: `Ask for changes: ${third.title}` }).click();
    await rosa.getByLabel("What has to change, and why").fill("Who is affected is not one person.");
    await rosa.getByRole("dialog").getByRole("button", { name: "Ask for changes" }).click();
    await expect(rosa.getByRole("dialog")).toBeHidden();
    await publisher.page.goto(`/w/${slug}/releases/1`);
    await expect(publisher.page.getByText("Not yet: somebody asks for changes")).toBeVisible();
    await keep(publisher.page, info, "4-objection");
  });

  await test.step("the text is revised, approved and published", async () => {
    await replaceWords(cy, slug, ADDED.cy.trim(), REVISED.trim());
    await askForReview(ada, slug, NEXT[0], [first, second, third]);
    await rosa.goto(`/w/${slug}/releases/2`);
    await rosa.getByRole("button", { name: "Lift my objection" }).click();
    await rosa.getByRole("button", { name: "Lift objection" }).click();
    await expect(rosa.getByRole("dialog")).toBeHidden();
    for (const page of [rosa, kim]) await approveAll(page, slug, 2);
    await publish(publisher.page, slug, 2, NEXT[0]);
    await keep(publisher.page, info, "5-published");
  });

  const thread = await test.step("a reader comments on a clause", async () => {
    // The release before is shown until the pages of the new one are drawn.
    await reader.goto(`/${slug}#${first.id}`);
    await expect(async () => {
      await reader.reload();
      await expect(reader.getByText(ADDED.ada.trim())).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await keep(reader, info, "6-reading");
    const commenter = await signIn({ name: "Wanda Okoye" });
    await commenter.page.goto(`/${slug}/${NEXT[0]}/feedback?on=${first.id}`);
    await commenter.page.getByLabel("What do you want to say?").fill("What about public holidays?");
    await commenter.page.getByRole("button", { name: "Post the comment" }).click();
    await expect(commenter.page.getByText("Waits for a moderator.").first()).toBeVisible();
    await rosa.goto(`/w/${slug}/feedback/moderation`);
    await rosa.getByRole("button", { name: "Let it be read" }).click();
    await expect(rosa.getByText("Nothing waits for you")).toBeVisible();
    const address = commenter.page.url().replace(/[?#].*/, "");
    await reader.goto(address);
    await expect(reader.getByText("What about public holidays?")).toBeVisible();
    await keep(reader, info, "7-thread");
    return address;
  });

  await test.step("the next release carries the comment and says what became of it", async () => {
    await replaceWords(bo, slug, "on Sundays.", "on Sundays and holidays.");
    await bo.goto(`/w/${slug}/feedback`);
    await expect(bo.getByRole("heading", { level: 2, name: first.title })).toBeVisible();
    await bo.keyboard.press("d");
    await bo.getByRole("radio", { name: /Adopted/ }).check();
    await bo.getByLabel("Reason").fill("The clause now names holidays.");
    await bo.getByRole("button", { name: "Settle as adopted" }).click();
    await expect(bo.getByText("Nothing waits here")).toBeVisible();
    await askForReview(ada, slug, NEXT[1], [first]);
    for (const page of [rosa, kim]) await approveAll(page, slug, 3);
    await publish(publisher.page, slug, 3, NEXT[1]);
    await reader.goto(thread);
    await expect(reader.getByText(`Adopted in ${NEXT[1]}`).first()).toBeVisible();
    await keep(reader, info, "8-answered");
    await reader.goto(`/${slug}/feedback`);
    await expect(reader.getByText("The clause now names holidays.")).toBeVisible();
  });

  await test.step("anybody compares the releases", async () => {
    // The process that serves readers hears of a release in a moment, and not in the same one.
    await expect(async () => {
      const answer = await reader.goto(`/${slug}/${NEXT[1]}/compare/${NEXT[0]}`);
      expect(answer?.status()).toBe(200);
    }).toPass({ timeout: 60_000 });
    await expect(reader.locator("ins").filter({ hasText: "holidays" }).first()).toBeVisible();
    const before = STORY.at(-1)!.name;
    await reader.goto(`/${slug}/${NEXT[1]}/compare/${before}`);
    await expect(reader.locator("ins").filter({ hasText: "anybody has to ask" })).toBeVisible();
    await keep(reader, info, "9-compared");
  });

  await test.step("all of it verifies", () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/verify.ts"],
      { encoding: "utf8" },
    );
    const said = `${stdout}${stderr}`;
    expect(said).toContain("✓ Every event builds on the one before it");
    expect(said).toMatch(/Releases: \d+, candidates: \d+, approvals: \d+/);
    // Other tests share the database, and some put releases there that nobody reviewed: verify names them.
    expect(said).not.toContain(`/${slug}/`);
  });
});

async function importHistory(page: Page, slug: string): Promise<void> {
  await page.goto("/w/import");
  const files = Object.fromEntries(
    STORY.flatMap(({ name, files: own }) =>
      Object.entries(own).map(([path, text]) => [`${name}/${path}`, text]),
    ),
  );
  await page
    .getByLabel("File to import")
    .setInputFiles({ name: "releases.zip", mimeType: "application/zip", buffer: zipOf(files) });
  await expect(page.getByRole("tab")).toHaveCount(STORY.length, { timeout: 60_000 });
  await page.getByLabel("Title").fill("The story of a spec");
  await page.getByLabel("Address").fill(slug);
  await page.getByRole("button", { name: "Import as a new spec" }).click();
  await page.waitForURL(`**/w/${slug}`, { timeout: 120_000 });
}

async function invitationFor(page: Page, slug: string, role: string): Promise<string> {
  await page.goto(`/w/${slug}/members`);
  await page.getByRole("button", { name: "Invite people" }).click();
  await page.getByRole("radio", { name: role }).check();
  await page.getByRole("button", { name: "Make invitation link" }).click();
  return page.getByLabel("Invitation link").inputValue();
}

/** Writes at the end of the first paragraph of a clause. */
async function addTo(page: Page, { words }: StoryClause, more: string): Promise<void> {
  const paragraph = textOf(page).locator("p").filter({ hasText: words }).first();
  await expect(async () => {
    await paragraph.scrollIntoViewIfNeeded();
    const box = await paragraph.boundingBox();
    await paragraph.click({ position: { x: 8, y: (box?.height ?? 16) - 8 } });
    await page.keyboard.press("End");
    const before = await page.evaluate(() => {
      const { anchorNode, anchorOffset = 0 } = getSelection() ?? {};
      return anchorNode?.textContent?.slice(0, anchorOffset) ?? "";
    });
    expect(before, "the caret stands at the end").toBe(words);
  }).toPass();
  await page.keyboard.type(more);
}

/** Changes words wherever they stand, by find and replace. */
async function replaceWords(page: Page, slug: string, from: string, to: string): Promise<void> {
  await openEditor(page, slug);
  await textOf(page).focus();
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByRole("textbox", { name: "Find", exact: true }).fill(from);
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 of 1");
  await page.getByRole("textbox", { name: "Replace with" }).fill(to);
  await page.getByRole("button", { name: "Replace all" }).click();
  await expect(textOf(page)).toContainText(to);
  await expectSaved(page);
}

async function askForReview(page: Page, slug: string, label: string, changed: StoryClause[]) {
  await page.goto(`/w/${slug}/releases/new`);
  await page.getByLabel("Label").fill(label);
  const notes = changed.map(({ id, title }) => `- **${title}** (#${id}): says more about when.`);
  await page.getByLabel("Notes for readers").fill(notes.join("\n"));
  await page.getByRole("button", { name: "Ask for review" }).click();
  await page.waitForURL(/\/releases\/\d+$/);
}

async function approveAll(page: Page, slug: string, candidate: number): Promise<void> {
  await page.goto(`/w/${slug}/releases/${candidate}/review`);
  await page.getByRole("button", { name: /^Approve \d+ changes?$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Approve/ }).click();
  await expect(dialog).toBeHidden();
}

async function publish(page: Page, slug: string, candidate: number, label: string): Promise<void> {
  await page.goto(`/w/${slug}/releases/${candidate}`);
  await expect(page.getByText("This can be published")).toBeVisible();
  await page.getByRole("button", { name: `Publish ${label}` }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: `Publish ${label}` })
    .click();
  await expect(page.getByText("Published by Paz Romero")).toBeVisible({ timeout: 60_000 });
}

/** Keeps what somebody sees at this point of the story, beside the test's results. */
async function keep(page: Page, info: TestInfo, name: string): Promise<void> {
  const path = info.outputPath(`${name}.png`);
  await page.screenshot({ path });
  await info.attach(name, { path, contentType: "image/png" });
}
