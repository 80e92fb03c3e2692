import { expect, test } from "./fixtures";
import { changeRole } from "@/lib/commands/specs/change-role";
import { db } from "@/lib/data/db";
import { member } from "@/lib/testing/people";
import { expectAccessible } from "./support/axe";
import {
  caretAfter,
  changeStored,
  expectSaved,
  fillDraft,
  openEditor,
  openEditors,
  promptsOf,
  storedDraft,
  textOf,
} from "./support/editor";

// Without a connection the browser reports each try to connect; that is what one test is about.
// (One pattern: Playwright would read a list of two objects as a value and its options.)
test.use({ allowedConsoleErrors: [/status of 40[34]|ERR_INTERNET_DISCONNECTED/] });

// Two first pages on a busy machine take most of a minute.
test.describe.configure({ timeout: 150_000 });

test("two people write in one text, one example and one set of prompts, and a reader looks on", async ({
  signIn,
  spec,
}) => {
  const [ada, bo, reader] = await openEditors(signIn, spec, ["editor", "editor", "reader"]);
  await caretAfter(ada, "Say what is true.");
  await caretAfter(bo, "It is perfect.");
  await Promise.all([
    ada.keyboard.type(" Even when it is hard."),
    bo.keyboard.type(" Do not change a word."),
  ]);
  await expect(textOf(bo)).toContainText("Say what is true. Even when it is hard.");
  await expect(textOf(ada)).toContainText("It is perfect. Do not change a word.");
  await expectSaved(ada);
  await expectSaved(bo);
  await expect(ada.locator(".ed-caret-name")).toHaveText("Bo Lind");
  await expect(ada.getByRole("button", { name: "3 people are here" })).toBeVisible();
  await expectAccessible(ada, "the editor with somebody else's caret");
  // Ada moves the clause in which Bo writes on.
  await Promise.all([
    bo.keyboard.type(" Not one letter of it."),
    ada.keyboard.press("Alt+Shift+ArrowDown"),
  ]);
  const once = [" Even when it is hard.", " Do not change a word.", " Not one letter of it."];
  for (const page of [ada, bo]) {
    await expect(textOf(page)).toContainText(/Be kind[^]*Be honest[^]*Not one letter of it\./);
    await expectSaved(page);
  }
  const { text } = await storedDraft(spec.id);
  for (const words of once) expect(text.split(words), words).toHaveLength(2);

  await test.step("prompts are begun by one and written by two", async () => {
    await caretAfter(ada, "Mind who is there.");
    await ada.keyboard.type(" /eval");
    await ada.keyboard.press("Enter");
    const [hers, his] = [promptsOf(ada), promptsOf(bo)];
    await hers.locator(".ed-example-title").click();
    await ada.keyboard.type("Alone in the room");
    await ada.keyboard.press("Tab");
    await ada.keyboard.type("Nobody is here but me.");
    await textOf(bo).locator(".ed-marker").click();
    await expect(his).toContainText("Nobody is here but me.");
    await his.locator(".ed-literal").click();
    await bo.keyboard.press("End");
    await bo.keyboard.type(" What now?");
    await expect(hers).toContainText("Nobody is here but me. What now?");
    await expectAccessible(ada, "evaluation prompts beside the text");
    await bo.getByRole("button", { name: "Add a prompt" }).click();
    await bo.keyboard.type("Second case");
    await expect(hers).toContainText("Second case");
    await expectSaved(bo);
    const [file] = (await storedDraft(spec.id)).prompts;
    expect(JSON.stringify(file)).toContain("Nobody is here but me. What now?");
    expect(file!.content).toHaveLength(3);
    await bo.getByRole("button", { name: "Undo" }).click();
    await expect(hers).not.toContainText("Second case");
    await expect(his).toContainText("What now?");
    for (const page of [ada, bo]) await page.getByRole("button", { name: "Close" }).click();
    await ada.keyboard.press("ControlOrMeta+End");
  });

  await test.step("whoever only reads sees it at once and can change nothing", async () => {
    await caretAfter(ada, "Leave dangerous things alone.");
    await ada.keyboard.type(" Seen at once.");
    await expect(textOf(reader)).toContainText("Seen at once.");
    await expect(reader.locator("[data-save-state]")).toHaveText("Reading");
    await expect(textOf(reader)).toHaveAttribute("aria-readonly", "true");
    await textOf(reader).focus();
    await reader.keyboard.type("not mine");
    await expect(textOf(reader)).not.toContainText("not mine");
    await expect(ada.getByRole("button", { name: "3 people are here" })).toBeVisible();
    await expectAccessible(reader, "the draft for a reader");
  });
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

test("one person writes a spec: every way of writing, by keyboard, by menus, by form, on a phone", async ({
  signIn,
  spec,
}) => {
  test.setTimeout(240_000);
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);

  await test.step("an empty spec says how to begin", async () => {
    await expect(page.getByText("Sections appear here.")).toBeVisible();
    await textOf(page).click();
    await page.keyboard.type("# First chapter");
    await expect(page.getByRole("treeitem", { name: "First chapter" })).toBeVisible();
    await expectAccessible(page, "the editor of a new spec");
    await expectSaved(page);
  });

  // As an import fills it, while it is open.
  await fillDraft(spec.id);
  await expect(textOf(page)).toContainText("Leave dangerous things alone.");

  await test.step("a clause is written with the keyboard alone, and moved with all that is in it", async () => {
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

  await test.step("an example is made, judged and moved by keyboard", async () => {
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

  await test.step("words are found and replaced over the whole spec in one step", async () => {
    await textOf(page).focus();
    await page.keyboard.press("ControlOrMeta+f");
    await page.getByRole("textbox", { name: "Find", exact: true }).fill("is");
    await expect(page.getByRole("search").getByRole("status")).toHaveText(/^\d+ of \d+$/);
    await page.getByRole("textbox", { name: "Find", exact: true }).fill("Say what is true.");
    await expect(page.getByRole("search").getByRole("status")).toHaveText("1 of 1");
    await expectAccessible(page, "find and replace");
    await page.getByRole("textbox", { name: "Replace with" }).fill("Tell the truth.");
    await page.getByRole("button", { name: "Replace all" }).click();
    await expect(textOf(page)).toContainText("Tell the truth.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+z");
    await expect(textOf(page)).toContainText("Say what is true.");
  });

  await test.step("an id is renamed and every reference follows", async () => {
    await textOf(page).getByRole("button", { name: "Id be_kind. Change" }).click();
    await expectAccessible(page, "a section's id open for change");
    await page.getByRole("textbox", { name: "Id" }).fill("mind_people");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await expect(
      textOf(page).getByRole("button", { name: "Id mind_people. Change" }),
    ).toBeVisible();
    await expect(textOf(page).locator(".ed-reference").first()).toHaveAttribute(
      "data-id",
      "mind_people",
    );
    await expectSaved(page);
    await expect.poll(async () => (await storedDraft(spec.id)).text).not.toContain("be_kind");
  });

  await test.step("authority is changed in place and by the form, which is an equal path", async () => {
    await textOf(page).getByRole("button", { name: "Root level. Change" }).first().click();
    await expectAccessible(page, "a menu in the text");
    await page.getByRole("menuitemradio", { name: /Guideline/ }).click();
    await expect(
      textOf(page).getByRole("button", { name: "Guideline level. Change" }),
    ).toBeVisible();
    await caretAfter(page, "Mind who is there.");
    const about = page.getByRole("complementary", { name: "About this section" });
    await expect(about.getByRole("heading", { name: "Be kind" })).toBeVisible();
    await about.getByRole("button", { name: "Form" }).click();
    const form = page.getByRole("dialog", { name: "Be kind" });
    await expectAccessible(page, "a clause as a form");
    await form.getByLabel("Text 1", { exact: true }).fill("Mind who is there, and **why**.");
    await form.getByLabel("Authority").selectOption("system");
    await form.getByRole("button", { name: "Change the clause" }).click();
    await expect(textOf(page).locator("strong")).toHaveText("why");
    await expect(textOf(page).getByRole("button", { name: "System level. Change" })).toBeVisible();
    // A level that gets another name in the settings has it here, too, as soon as one looks.
    await db().authorityLevel.updateMany({
      where: { specId: spec.id, key: "system" },
      data: { name: "Ground" },
    });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(textOf(page).getByRole("button", { name: "Ground level. Change" })).toBeVisible();
    await expectSaved(page);
  });

  await test.step("on a phone, outline and inspector are sheets and nothing is wider than the screen", async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await expectSaved(page);
    await page.getByRole("button", { name: "Outline" }).click();
    await page.getByRole("treeitem", { name: /Do no harm/ }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, "the editor at 320 px in the dark");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
  });

  await test.step("a clause has a form on a page of its own, which others' changes reach", async () => {
    await page.goto(`/w/${spec.slug}/edit/clause/mind_people`);
    await expect(page.getByRole("heading", { level: 1, name: "Be kind" })).toBeVisible({
      timeout: 30_000,
    });
    await page.getByLabel("Text 1", { exact: true }).fill("Mind who is there, always.");
    await page.getByLabel("Title").fill("Be kind to all");
    await page.getByLabel("Title").press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Be kind to all" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Change the section" })).toBeDisabled();
    await expectSaved(page);
    await expectAccessible(page, "a clause as a page of fields");
    expect((await storedDraft(spec.id)).text).toContain("Mind who is there, always.");
  });
});

test("whoever loses the role of an editor while writing is told, and goes on when it is back", async ({
  signIn,
  spec,
}) => {
  await fillDraft(spec.id);
  const publisher = await member(spec.id, "publisher");
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  const become = (role: "reader" | "editor") =>
    changeRole(publisher, { specId: spec.id, userId, role }, new Date());
  await openEditor(page, spec.slug);
  await caretAfter(page, "Mind who is there.");
  await page.keyboard.type(" Kept.");
  await expectSaved(page);
  await become("reader");
  await expect(page.locator("[data-save-state]")).toHaveText("Reading");
  const messages = page.getByRole("region", { name: /^Messages/ });
  await expect(messages).toContainText("you can read this draft now, and not write in it");
  await expect(textOf(page)).toHaveAttribute("aria-readonly", "true");
  await expect(textOf(page)).toContainText("Mind who is there. Kept.");
  await become("editor");
  await expect(messages).toContainText("you can write in this draft now");
  await caretAfter(page, "Mind who is there. Kept.");
  await page.keyboard.type(" Again.");
  await expectSaved(page);
  expect((await storedDraft(spec.id)).text).toContain("Mind who is there. Kept. Again.");
});
