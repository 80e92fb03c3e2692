import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { db } from "@/lib/data/db";
import { transaction } from "@/lib/data/transaction";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { recordRelease } from "@/lib/commands/review/record-release";
import { at, chapter, clause, spec as specOf } from "@/lib/spec/builders";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/axe";

/** Makes the draft say these clauses, by somebody's hand; those after the first chapter are manners. */
async function write(
  specId: string,
  authorId: string,
  texts: Record<string, string>,
  manners: Record<string, string> = {},
) {
  const clauses = (of: Record<string, string>) =>
    Object.entries(of).map(([id, text]) =>
      at(id === "honest" ? "root" : "user", clause(id, `Be ${id}`, text)),
    );
  const more = clauses(manners);
  const { content } = specOf(
    chapter("Basics", ...clauses(texts)),
    ...(more.length > 0 ? [chapter("Manners", ...more)] : []),
  );
  let section = "";
  let count = 0;
  const withUids = content.map((block) => {
    if (block.type === "heading") {
      section = block.attrs.id ?? "basics";
      count = 0;
    }
    return { ...block, attrs: { ...block.attrs, uid: `${section}-${count++}` } } as typeof block;
  });
  await transaction((tx) =>
    changeDraft(tx, { specId, authorId, origin: "import" }, (document) => ({
      ...document,
      content: withUids,
    })),
  );
}

async function askForReview(page: Page, slug: string, label: string, notes: string) {
  await page.goto(`/w/${slug}/releases/new`);
  await page.getByLabel("Label").fill(label);
  await page.getByLabel("Notes for readers").fill(notes);
  await page.getByRole("button", { name: "Ask for review" }).click();
  await page.waitForURL(/\/releases\/\d+$/);
}

test.use({ actionTimeout: 15_000 });

async function approveAll(page: Page, slug: string, number: number) {
  await page.goto(`/w/${slug}/releases/${number}/review`);
  await page.getByRole("button", { name: /^Approve \d+ changes?$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Approve/ }).click();
  await expect(dialog).toBeHidden();
}

test("an editor proposes, a reviewer asks for changes, the editor revises, reviewers approve, a publisher publishes", async ({
  signIn,
  spec,
  page: visitor,
}) => {
  test.setTimeout(180_000);
  const editor = await signIn({ name: "Edda" });
  const rosa = await signIn({ name: "Rosa" });
  const kim = await signIn({ name: "Kim" });
  const publisher = await signIn({ name: "Paz" });
  await spec.add(editor.userId, "editor");
  await spec.add(rosa.userId, "reviewer");
  await spec.add(kim.userId, "reviewer");
  await spec.add(publisher.userId, "publisher");
  await write(spec.id, editor.userId, { honest: "Say what is true.", kind: "Mind people." });

  await askForReview(editor.page, spec.slug, "1.0.0", "The first release.");
  await expect(editor.page.getByText("In review", { exact: true })).toBeVisible();
  await expect(editor.page.getByText("0 of 4 changes approved.")).toBeVisible();

  await rosa.page.goto("/w/inbox");
  await rosa.page.getByRole("link", { name: "4 changes wait for your approval" }).click();
  await rosa.page.getByRole("link", { name: "Review the changes" }).first().click();
  await rosa.page.getByRole("checkbox", { name: /^Viewed.*Be honest$/ }).check();
  await rosa.page.getByRole("button", { name: "Ask for changes: Be kind" }).click();
  await rosa.page.getByLabel("What has to change, and why").fill("Which people?");
  await rosa.page.getByRole("dialog").getByRole("button", { name: "Ask for changes" }).click();
  await expect(rosa.page.getByRole("dialog")).toBeHidden();
  await rosa.page.getByRole("button", { name: "Approve: Be honest" }).click();
  await expect(rosa.page.getByText("You approved this.")).toBeVisible();

  await publisher.page.goto(`/w/${spec.slug}/releases/1`);
  await expect(publisher.page.getByText("Not yet: somebody asks for changes")).toBeVisible();
  await expect(publisher.page.getByRole("button", { name: "Publish 1.0.0" })).toBeHidden();

  await write(spec.id, editor.userId, { honest: "Say what is true.", kind: "Mind everybody." });
  await askForReview(editor.page, spec.slug, "1.0.0", "The first release.");
  await editor.page.goto(`/w/${spec.slug}/releases/1`);
  await expect(editor.page.getByText("Replaced by candidate 2")).toBeVisible();

  await rosa.page.goto(`/w/${spec.slug}/releases/2`);
  await rosa.page.getByRole("button", { name: "Lift my objection" }).click();
  await rosa.page.getByRole("button", { name: "Lift objection" }).click();
  await expect(rosa.page.getByRole("dialog")).toBeHidden();
  await rosa.page.goto(`/w/${spec.slug}/releases/2/review`);
  await expect(rosa.page.getByText("You approved this."), "honest did not change").toHaveCount(1);
  await approveAll(rosa.page, spec.slug, 2);
  await approveAll(kim.page, spec.slug, 2);

  await publisher.page.goto(`/w/${spec.slug}/releases/2`);
  await expect(publisher.page.getByText("This can be published")).toBeVisible();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await publisher.page.getByRole("button", { name: "Set a time" }).click();
  await publisher.page.getByLabel("Day and time").fill(`${tomorrow}T09:30`);
  await publisher.page.getByRole("button", { name: "Set this time" }).click();
  await expect(publisher.page.getByText("To be published")).toBeVisible();
  await publisher.page.getByRole("button", { name: "Take the time back" }).click();
  await expect(publisher.page.getByText("To be published")).toBeHidden();
  await publisher.page.getByRole("button", { name: "Publish 1.0.0" }).click();
  await publisher.page
    .getByRole("alertdialog")
    .getByRole("button", { name: "Publish 1.0.0" })
    .click();
  await expect(publisher.page.getByText("Published by Paz")).toBeVisible();

  const record = visitor.getByRole("link", { name: "Who approved it" });
  // The pages for readers hear of it a moment later.
  await expect(async () => {
    await visitor.goto(`/${spec.slug}`);
    await expect(record).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await record.click();
  await expect(visitor.getByText("Rosa")).toBeVisible();
  await expect(visitor.getByText("Kim")).toBeVisible();
  const [download] = await Promise.all([
    visitor.waitForEvent("download"),
    visitor.getByRole("link", { name: "Download the bundle" }).click(),
  ]);
  const bundle: unknown = JSON.parse(await readFile(String(await download.path()), "utf8"));
  const verifier = pathToFileURL(path.resolve("public/verify-release.mjs")).href;
  const { verifyBundle } = (await import(verifier)) as {
    verifyBundle: (bundle: unknown) => { checks: { fits: boolean }[] };
  };
  expect(verifyBundle(bundle).checks.every(({ fits }) => fits)).toBe(true);

  // Afterwards nothing is changed: a mistake is corrected beside the text, or the release is withdrawn.
  const { page } = publisher;
  await page.goto(`/w/${spec.slug}/releases`);
  await page.getByRole("button", { name: "Add an erratum to 1.0.0" }).click();
  await page.getByLabel("Clause").fill("kind");
  await page.getByLabel("What is wrong, and what it should say").fill("“Everybody” is anybody.");
  await page.getByRole("button", { name: "Add the erratum" }).click();
  await expect(page.getByText("Erratum 1 is added", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByLabel("Reason, for everybody to read").fill("Be kind was not meant so.");
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn", { exact: true }).first()).toBeVisible();
  await expect(async () => {
    await visitor.reload();
    await expect(visitor.getByText("This release was withdrawn").first()).toBeVisible({
      timeout: 2_000,
    });
  }).toPass({ timeout: 60_000 });
  await expect(visitor.getByText("Be kind was not meant so.").first()).toBeVisible();
  await expect(visitor.getByText("“Everybody” is anybody.").first()).toBeVisible();
});

test("a reviewer proposes a wording, an editor puts it into the draft, and its writer cannot approve it", async ({
  signIn,
  spec,
}) => {
  const editor = await signIn({ name: "Edda" });
  const rosa = await signIn({ name: "Rosa" });
  await spec.add(editor.userId, "editor");
  await spec.add(rosa.userId, "reviewer");
  await write(spec.id, editor.userId, { honest: "Say what is true." });
  await askForReview(editor.page, spec.slug, "1.0.0", "The first release.");
  await rosa.page.goto(`/w/${spec.slug}/releases/1/review`);
  await rosa.page.getByRole("button", { name: "Comment: Be honest" }).click();
  await rosa.page.getByLabel("About").selectOption({ label: "Say what is true." });
  await rosa.page.getByLabel("Other words for it").fill("Never deceive.");
  await rosa.page.getByRole("dialog").getByRole("button", { name: "Comment" }).click();
  await expect(rosa.page.getByText("proposes other words")).toBeVisible();
  await editor.page.goto(`/w/${spec.slug}/releases/1/review`);
  await editor.page.getByRole("button", { name: "Put into the draft" }).click();
  await expect(editor.page.getByText("put this into the draft")).toBeVisible();
  const row = await db().appliedSuggestion.findFirstOrThrow({ where: { specId: spec.id } });
  expect(row.authorId).toBe(rosa.userId);

  await askForReview(editor.page, spec.slug, "1.0.0", "The first release.");
  await rosa.page.goto(`/w/${spec.slug}/releases/2/review`);
  await expect(rosa.page.getByText("You helped to write this").first()).toBeVisible();
  await expect(rosa.page.getByRole("button", { name: "Approve: Be honest" })).toBeHidden();
});

test("a publisher sets the rules, and they hold but for two administrators together", async ({
  signIn,
  spec,
}) => {
  const publisher = await signIn({ name: "Paz", administrator: true });
  const rosa = await signIn({ name: "Rosa" });
  await spec.add(publisher.userId, "publisher");
  await spec.add(rosa.userId, "reviewer");
  const manners = { kind: "Mind people." };
  await write(spec.id, publisher.userId, { honest: "Say what is true." }, manners);
  const { page } = publisher;
  await page.goto(`/w/${spec.slug}/settings/review`);
  await page.getByLabel("Approvals of each change").fill("1");
  await page.getByRole("button", { name: "Add owners" }).click();
  await page.getByLabel("Name of the group").fill("Safety");
  await page.getByLabel("Owns").selectOption({ label: "All clauses of Root" });
  await page.getByRole("checkbox", { name: "Rosa" }).check();
  await page.getByRole("button", { name: "Save rules" }).click();
  await expect(page.getByText("The rules are saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Name of the group")).toHaveValue("Safety");
  await askForReview(page, spec.slug, "1.0.0", "The first release.");
  await expect(page.getByText(/somebody of Safety/)).toBeVisible();

  await rosa.page.goto(`/w/${spec.slug}/releases/1/review`);
  await rosa.page.getByText("By chapter").click();
  const basics = rosa.page.getByRole("listitem").filter({ hasText: /^Basics/ });
  await basics.getByRole("button", { name: /^Approve \d+ change/ }).click();
  await rosa.page
    .getByRole("dialog")
    .getByRole("button", { name: /^Approve/ })
    .click();
  await expect(rosa.page.getByText("You approved this.").first()).toBeVisible();
  await expect(rosa.page.getByRole("button", { name: "Approve: Be honest" })).toBeHidden();
  await expect(rosa.page.getByRole("button", { name: "Approve: Be kind" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Ask a second administrator" }).click();
  await page.getByLabel("Reason").fill("It does harm every hour.");
  await page.getByRole("dialog").getByRole("button", { name: "Ask a second" }).click();
  await expect(page.getByText("Another administrator has to confirm")).toBeVisible();
  const second = (await signIn({ name: "Ada", administrator: true })).page;
  await second.goto(`/w/${spec.slug}/releases/1`);
  await second.getByRole("button", { name: "Confirm as second administrator" }).click();
  await second.getByRole("button", { name: "Publish against the rules" }).click();
  await expect(second.getByText("Published by").first()).toBeVisible();
});

/** Goes on with Tab until something has the focus, as people without a mouse do. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let step = 0; step < 150; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

test("a reviewer reads the changes and approves them without a mouse", async ({ signIn, spec }) => {
  const editor = await signIn({ name: "Edda" });
  const { page, userId } = await signIn({ name: "Rosa" });
  await spec.add(editor.userId, "editor");
  await spec.add(userId, "reviewer");
  await write(spec.id, editor.userId, { honest: "Say what is true.", kind: "Mind people." });
  await askForReview(editor.page, spec.slug, "1.0.0", "The first release.");

  await page.goto("/w/inbox");
  await tabTo(page, page.getByRole("link", { name: "4 changes wait for your approval" }));
  await page.keyboard.press("Enter");
  const review = page.getByRole("link", { name: "Review the changes" }).first();
  await tabTo(page, review);
  await page.keyboard.press("Enter");
  const viewed = page.getByRole("checkbox", { name: /^Viewed.*Be honest$/ });
  await tabTo(page, viewed);
  await page.keyboard.press("Space");
  await expect(page.getByText("1 of 4 changes viewed")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Approve: Be honest" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("You approved this.")).toBeVisible();
  const rest = page.getByRole("button", { name: "Approve 3 changes", exact: true });
  // The bar that approves the rest stands above; a fresh page begins at its top.
  await page.reload();
  await tabTo(page, rest);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await tabTo(page, dialog.getByLabel("Dissent on record"));
  await page.keyboard.type("Kindness should come first.");
  await tabTo(page, dialog.getByRole("button", { name: "Approve 3 changes" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("You approved this.")).toHaveCount(4);
  const row = await db().approval.findFirstOrThrow({
    where: { reviewerId: userId },
    orderBy: { at: "desc" },
  });
  expect(row.dissent).toBe("Kindness should come first.");
});

const NARROW = { width: 320, height: 800 };
const WIDE = { width: 1280, height: 800 };

for (const colorScheme of ["light", "dark"] as const) {
  test(`pages of a review can be used by everybody, ${colorScheme}, wide and narrow`, async ({
    signIn,
    spec,
  }) => {
    // Twenty times axe, on a busy machine.
    test.slow();
    const publisher = await signIn({ name: "Paz" });
    const editor = await signIn({ name: "Edda" });
    await spec.add(publisher.userId, "publisher");
    await spec.add(editor.userId, "editor");
    await write(spec.id, editor.userId, { honest: "Say what is true.", kind: "Mind people." });
    await askForReview(editor.page, spec.slug, "1.0.0", "The **first** release.");
    await takeOver(spec.id, "0.9.0", publisher.userId);
    const look = async (page: Page, what: string) => {
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, `${what}, ${size.width} wide, ${colorScheme}`);
      }
    };
    const visit = async (page: Page, place: string) => {
      await page.goto(place);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await look(page, place);
    };
    const at = `/w/${spec.slug}`;
    for (const place of ["/releases", "/releases/1", "/settings/review", "/releases/1/review"]) {
      await visit(publisher.page, at + place);
    }
    await publisher.page.getByRole("button", { name: "Ask for changes: Be kind" }).click();
    await look(publisher.page, "asking for changes");
    await visit(publisher.page, "/w/inbox");
    await visit(editor.page, `${at}/releases/new`);
    await visit(editor.page, `/${spec.slug}/releases`);
    await visit(editor.page, `/${spec.slug}/releases/0.9.0`);
  });
}

/** A release from elsewhere, with a correction, so that its record shows more than the least. */
async function takeOver(specId: string, label: string, byId: string) {
  const document = specOf(clause("honest", "Be honest", "Say what is so."));
  const { id: releaseId } = await transaction((tx) =>
    recordRelease(tx, {
      specId,
      label,
      document,
      changelog: "What came **before**.",
      origin: "imported",
      publishedById: byId,
      publishedAt: new Date("2026-01-05T12:00:00Z"),
    }),
  );
  const text = "“So” stands for “true” here.";
  await db().releaseErratum.create({
    data: { releaseId, number: 1, sectionId: "honest", text, byId },
  });
}
