import { changeDraft } from "@/lib/commands/draft/change-draft";
import { makeRevision } from "@/lib/commands/draft/make-revision";
import { getDraftMoment } from "@/lib/data/draft-document";
import { db } from "@/lib/data/db";
import { transaction } from "@/lib/data/transaction";
import { at, clause, spec as specOf } from "@/lib/spec/builders";
import type { BlockJson } from "@/lib/spec/block-json";
import type { SpecDocument } from "@/lib/spec/document";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/axe";
import type { SpecFixture } from "./support/spec-fixture";

/** Sections with identities that stay whatever stands beside them. */
const text = (honest: string, kind: string, level = "root"): BlockJson[] =>
  [at(level, clause("honest", "Be honest", honest)), clause("kind", "Be kind", kind)].flatMap(
    (part, place) =>
      specOf(part).content.map((block, index) => ({
        ...block,
        attrs: { ...block.attrs, uid: `${place}-${index}` },
      })),
  ) as SpecDocument["content"];

async function write(spec: SpecFixture, authorId: string, content: BlockJson[]) {
  await transaction((tx) =>
    changeDraft(tx, { specId: spec.id, authorId, origin: "import" }, (now) => ({
      ...now,
      content,
    })),
  );
  await transaction((tx) => makeRevision(tx, { specId: spec.id, kind: "pause", byId: null }));
}

test("an editor finds who changed what, and restores the earlier words", async ({
  signIn,
  spec,
}) => {
  const editor = await signIn({ name: "Edda Editor" });
  await spec.add(editor.userId, "editor");
  const other = await signIn({ name: "Otto Other" });
  await spec.add(other.userId, "editor");
  await write(spec, editor.userId, text("Say what is true.", "Say it gently."));
  await write(spec, other.userId, text("Say what you like.", "Say it gently."));

  const { page } = editor;
  await page.goto(`/w/${spec.slug}`);
  await page.getByRole("link", { name: "History", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("History");
  const entry = page.getByRole("article").first();
  await expect(entry).toContainText("Otto Other");
  await expect(entry).toContainText("1 clause edited");
  await entry.getByRole("link", { name: "1 clause edited" }).click();
  await expect(page.getByText("Say what you like.")).toBeVisible();

  await page.goto(`/w/${spec.slug}/history/1`);
  await page.getByRole("link", { name: "Restore …" }).click();
  await page.waitForURL(`**/history/1/restore`);
  await expect(page.getByText("Nothing has happened yet")).toBeVisible();
  await expect(page.locator("ins").filter({ hasText: "is true" })).toBeVisible();
  await page.getByRole("button", { name: "Restore everything" }).click();
  await page.waitForURL(`**/w/${spec.slug}/history`);
  await expect(page.getByRole("article").first()).toContainText("Restored");
  const { document } = await getDraftMoment(db(), spec.id);
  expect(JSON.stringify(document.content)).toContain("Say what is true.");
});

test("somebody keeps a moment by a name of their own", async ({ signIn, spec }) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await write(spec, userId, text("Say what is true.", "Say it gently."));
  await page.goto(`/w/${spec.slug}/history`);
  await page.getByRole("button", { name: "Keep this moment" }).click();
  await page.getByLabel("Name").fill("Before the legal review");
  await page.getByRole("dialog").getByRole("button", { name: "Keep this moment" }).click();
  await expect(page.getByRole("link", { name: "Before the legal review" })).toBeVisible();
});

test("the slider goes through the wordings of a clause by keyboard", async ({ signIn, spec }) => {
  const { page, userId } = await signIn({ name: "Edda Editor" });
  await spec.add(userId, "editor");
  await write(spec, userId, text("First wording.", "Gently."));
  await write(spec, userId, text("Second wording.", "Gently.", "user"));
  await page.goto(`/w/${spec.slug}/history/clause/honest`);
  await expect(page.getByText("It changed once")).toBeVisible();
  await expect(page.getByText("2 times")).toBeVisible();
  await page.getByRole("slider", { name: "Wording over time" }).focus();
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL("**?at=1");
  await expect(page.getByRole("article").getByText("First wording.")).toBeVisible();
  await page.getByRole("link", { name: "Restore this wording …" }).click();
  await expect(page.getByRole("button", { name: "Restore this section" })).toBeVisible();
});

test("a reader reads the history and can neither name nor restore", async ({ signIn, spec }) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "reader");
  await write(spec, userId, text("Say what is true.", "Say it gently."));
  await page.goto(`/w/${spec.slug}/history/1`);
  await expect(page.getByText("Say what is true.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Restore …" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /name/ })).toHaveCount(0);
  const answer = await page.goto(`/w/${spec.slug}/history/1/restore`);
  expect(answer?.status()).toBe(403);
});

test("a person outside finds no history", async ({ signIn, spec }) => {
  const { page } = await signIn();
  await write(spec, (await signIn()).userId, text("Say what is true.", "Say it gently."));
  for (const place of ["", "/1", "/1/restore", "/clause/honest"]) {
    const answer = await page.goto(`/w/${spec.slug}/history${place}`);
    expect(answer?.status(), place).toBe(404);
  }
});

for (const theme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`history is accessible, ${theme} at ${width} px`, async ({ signIn, spec }) => {
      test.slow();
      const { page, userId } = await signIn({ name: "Edda Editor" });
      await spec.add(userId, "publisher");
      await write(spec, userId, text("First wording.", "Gently."));
      await write(spec, userId, text("Second wording.", "Gently.", "user"));
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      for (const place of ["", "/1", "/1/restore", "/clause/honest"]) {
        await page.goto(`/w/${spec.slug}/history${place}`);
        await expectAccessible(page, `history${place}`);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(wider, `history${place} scrolls sideways`).toBe(false);
      }
    });
  }
}
