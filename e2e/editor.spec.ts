import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/axe";
import {
  caretAfter,
  changeStored,
  expectSaved,
  fillDraft,
  openEditor,
  storedDraft,
  textOf,
} from "./support/editor";

// Without a connection the browser reports each try to connect; that is what one test is about.
// (One pattern: Playwright would read a list of two objects as a value and its options.)
test.use({ allowedConsoleErrors: [/status of 40[34]|ERR_INTERNET_DISCONNECTED/] });

// Two first pages on a busy machine take most of a minute.
test.describe.configure({ timeout: 150_000 });

test("two people write in one text and one example, and both see one text", async ({
  signIn,
  spec,
}) => {
  await fillDraft(spec.id);
  const [ada, bo] = [await signIn({ name: "Ada Berg" }), await signIn({ name: "Bo Lind" })];
  await spec.add(ada.userId, "editor");
  await spec.add(bo.userId, "editor");
  await Promise.all([openEditor(ada.page, spec.slug), openEditor(bo.page, spec.slug)]);
  await caretAfter(ada.page, "Say what is true.");
  await caretAfter(bo.page, "It is perfect.");
  await Promise.all([
    ada.page.keyboard.type(" Even when it is hard."),
    bo.page.keyboard.type(" Do not change a word."),
  ]);
  await expect(textOf(bo.page)).toContainText("Say what is true. Even when it is hard.");
  await expect(textOf(ada.page)).toContainText("It is perfect. Do not change a word.");
  await expectSaved(ada.page);
  await expectSaved(bo.page);
  const { text } = await storedDraft(spec.id);
  expect(text.split("Even when it is hard.")).toHaveLength(2);
  expect(text.split("Do not change a word.")).toHaveLength(2);
  await expect(ada.page.locator(".ed-caret-name")).toHaveText("Bo Lind");
  await expect(ada.page.getByRole("button", { name: "2 people are here" })).toBeVisible();
  await expectAccessible(ada.page, "the editor with somebody else's caret");
});

test("what is written without a connection is kept, and sent when it returns", async ({
  signIn,
  spec,
}) => {
  await fillDraft(spec.id);
  const { page, context, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);
  await expectSaved(page);
  const state = page.locator("[data-save-state]");
  await context.setOffline(true);
  // The browser says that the network is gone; nobody waits for silence.
  await expect(state).toHaveText("Offline");
  await caretAfter(page, "Mind who is there.");
  await page.keyboard.type(" Always.");
  await expect(state).toHaveText("Offline: kept on this device");
  await changeStored(spec.id, "Say what is true.", "Say what is true. Here too.");
  await context.setOffline(false);
  await expectSaved(page);
  await expect(textOf(page)).toContainText("Say what is true. Here too.");
  const { text } = await storedDraft(spec.id);
  expect(text.split("Mind who is there. Always.")).toHaveLength(2);
  expect(text.split("Here too.")).toHaveLength(2);
});

test("a clause is written with the keyboard alone, and moved with all that is in it", async ({
  signIn,
  spec,
}) => {
  await fillDraft(spec.id);
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);
  await textOf(page).focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/clause");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ask when unsure");
  await page.keyboard.press("Enter");
  await page.keyboard.type("A question is better than a guess, see #be ki");
  await expect(page.getByRole("option", { name: /Be kind/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(textOf(page).locator(".ed-reference").last()).toHaveText("Be kind");
  const outline = page.getByRole("tree", { name: "Sections" });
  await expect(
    outline.getByRole("treeitem", { name: /Ask when unsure, User level/ }),
  ).toBeVisible();
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect(outline.getByRole("treeitem").nth(4)).toHaveAccessibleName(/Ask when unsure/);
  await expectSaved(page);
  const { text } = await storedDraft(spec.id);
  expect(text.indexOf("Ask when unsure")).toBeLessThan(text.indexOf("Do no harm"));
  // Escape, then Tab leaves the text.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(textOf(page)).not.toBeFocused();
});

test("an example is made, judged and moved by keyboard", async ({ signIn, spec }) => {
  await fillDraft(spec.id);
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);
  await caretAfter(page, "Mind who is there.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/tricky");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Somebody is sad");
  await page.keyboard.press("Tab");
  await page.keyboard.type("I lost my dog.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Says so first");
  await page.keyboard.press("Tab");
  await page.keyboard.type("I am sorry.");
  await page.keyboard.press("ControlOrMeta+.");
  await page.getByRole("menuitemradio", { name: "Minor issues" }).press("Enter");
  await expect(
    textOf(page).getByRole("button", { name: "Verdict: Minor issues. Change" }),
  ).toBeVisible();
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expectSaved(page);
  const { text } = await storedDraft(spec.id);
  expect(text).toContain("I lost my dog.");
  expect(text).toContain('"verdict":"OK"');
  expect(text.indexOf('"verdict":"BAD"', text.indexOf("Somebody is sad"))).toBeLessThan(
    text.indexOf('"verdict":"OK"'),
  );
});

test("an id is renamed and every reference follows", async ({ signIn, spec }) => {
  await fillDraft(spec.id);
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);
  await textOf(page).getByRole("button", { name: "Id be_kind. Change" }).click();
  await page.getByRole("textbox", { name: "Id" }).fill("mind_people");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(textOf(page).getByRole("button", { name: "Id mind_people. Change" })).toBeVisible();
  await expect(textOf(page).locator(".ed-reference")).toHaveAttribute("data-id", "mind_people");
  await expectSaved(page);
  await expect.poll(async () => (await storedDraft(spec.id)).text).not.toContain("be_kind");
});

test("authority is changed in place and by the form, which is an equal path", async ({
  signIn,
  spec,
}) => {
  await fillDraft(spec.id);
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);
  await textOf(page).getByRole("button", { name: "Root level. Change" }).first().click();
  await page.getByRole("menuitemradio", { name: /Guideline/ }).click();
  await expect(textOf(page).getByRole("button", { name: "Guideline level. Change" })).toBeVisible();
  await caretAfter(page, "Mind who is there.");
  await page
    .getByRole("complementary", { name: "About this section" })
    .getByRole("button", { name: "Form" })
    .click();
  const form = page.getByRole("dialog", { name: "Be kind" });
  await expectAccessible(page, "a clause as a form");
  await form.getByLabel("Text 1").fill("Mind who is there, and **why**.");
  await form.getByLabel("Authority").selectOption("system");
  await form.getByRole("button", { name: "Change the clause" }).click();
  await expect(textOf(page).locator("strong")).toHaveText("why");
  await expect(textOf(page).getByRole("button", { name: "System level. Change" })).toBeVisible();
});

test("words are found and replaced over the whole spec in one step", async ({ signIn, spec }) => {
  await fillDraft(spec.id);
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);
  await textOf(page).focus();
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByRole("textbox", { name: "Find", exact: true }).fill("is");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/^1 of \d+$/);
  await page.getByRole("textbox", { name: "Find", exact: true }).fill("Say what is true.");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 of 1");
  await page.getByRole("textbox", { name: "Replace with" }).fill("Tell the truth.");
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(textOf(page)).toContainText("Tell the truth.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(textOf(page)).toContainText("Say what is true.");
});

test("a reader sees the text as it is written and can change nothing", async ({ signIn, spec }) => {
  await fillDraft(spec.id);
  const [writer, reader] = [await signIn({ name: "Ada Berg" }), await signIn({ name: "Cy Moor" })];
  await spec.add(writer.userId, "editor");
  await spec.add(reader.userId, "reader");
  await Promise.all([openEditor(writer.page, spec.slug), openEditor(reader.page, spec.slug)]);
  await caretAfter(writer.page, "Say what is true.");
  await writer.page.keyboard.type(" Seen at once.");
  await expect(textOf(reader.page)).toContainText("Seen at once.");
  await expect(reader.page.locator("[data-save-state]")).toHaveText("Reading");
  await expect(textOf(reader.page)).toHaveAttribute("aria-readonly", "true");
  await textOf(reader.page).focus();
  await reader.page.keyboard.type("not mine");
  await expect(textOf(reader.page)).not.toContainText("not mine");
  await expect(writer.page.getByRole("button", { name: "2 people are here" })).toBeVisible();
  await expectAccessible(reader.page, "the draft for a reader");
});

test("an empty spec says how to begin", async ({ signIn, spec }) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);
  await expect(page.getByText("Sections appear here.")).toBeVisible();
  await textOf(page).click();
  await page.keyboard.type("# First chapter");
  await expect(page.getByRole("treeitem", { name: "First chapter" })).toBeVisible();
  await expectAccessible(page, "the editor of a new spec");
  await expectSaved(page);
});

test("on a phone, outline and inspector are sheets and nothing is wider than the screen", async ({
  signIn,
  spec,
}) => {
  await fillDraft(spec.id);
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await page.setViewportSize({ width: 320, height: 700 });
  await openEditor(page, spec.slug);
  await expectSaved(page);
  await page.getByRole("button", { name: "Outline" }).click();
  await page.getByRole("treeitem", { name: /Do no harm/ }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, "the editor at 320 px in the dark");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
