import { expect, test } from "./fixtures";
import { clause, example, marker, p, prompts, spec as specOf, user } from "@/lib/spec/builders";
import { expectAccessible } from "./support/axe";
import {
  caretAfter,
  expectSaved,
  fillDraft,
  fillPrompts,
  openEditor,
  promptsOf,
  storedDraft,
  textOf,
} from "./support/editor";

test.describe.configure({ timeout: 150_000 });

const TEXT = specOf(
  clause("be_honest", "Be honest", p("Say what is true.", marker("aaaa"))),
  clause("be_kind", "Be kind", "Mind who is there."),
);
const TESTED = prompts("aaaa", "Be honest", example("A white lie", user("Say I am young.")));
/** Its marker went out of the text before. */
const LOST = prompts("bbbb", "Be kind", example("A sad guest", user("I lost my dog.")));

test("evaluation prompts follow their sentence: a new title, a place in the text, and away together", async ({
  signIn,
  spec,
}) => {
  await fillDraft(spec.id, TEXT);
  await fillPrompts(spec.id, [TESTED, LOST]);
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await openEditor(page, spec.slug);
  const text = textOf(page);
  const panel = page.getByRole("dialog", { name: /^Evaluation prompts/ });
  const about = page.getByRole("complementary", { name: "About this section" });
  const idsStored = async () => (await storedDraft(spec.id)).prompts.map(({ id }) => id);

  await test.step("the first line is renewed when the section is called otherwise", async () => {
    await caretAfter(page, "Be honest");
    await page.keyboard.type(" and open");
    await expect(page.getByRole("treeitem", { name: /^Be honest and open/ })).toBeVisible();
    await text.locator(".ed-marker").click();
    await expect(promptsOf(page)).toContainText("in Be honest:");
    await expect(panel.getByText("The first line names “Be honest”")).toBeVisible();
    await expectAccessible(page, "prompts whose first line is old");
    await panel.getByRole("button", { name: "Name the section of now" }).click();
    await expect(promptsOf(page)).toContainText("in Be honest and open:");
    await expect(panel.getByText(/The first line names/)).toBeHidden();
    await panel.getByRole("button", { name: "Close" }).click();
    await expectSaved(page);
    const [file] = (await storedDraft(spec.id)).prompts;
    expect(JSON.stringify(file)).toContain("in Be honest and open:");
  });

  await test.step("prompts without a place get one, in a sentence and nowhere else", async () => {
    await caretAfter(page, "Be kind");
    await expect(about.getByRole("heading", { name: "Be kind" })).toBeVisible();
    const lost = about.getByRole("button", { name: /bbbb/ });
    await lost.press("Enter");
    await expect(panel.getByText("No sentence carries this marker")).toBeVisible();
    await expectAccessible(page, "prompts without a place");
    await panel.getByRole("button", { name: "Put it at the caret" }).click();
    await expect(page.getByText(/Put the caret into a sentence first/).first()).toBeVisible();
    await panel.getByRole("button", { name: "Close" }).click();
    await caretAfter(page, "Mind who is there.");
    await lost.press("Enter");
    await panel.getByRole("button", { name: "Put it at the caret" }).click();
    await expect(panel.getByText("No sentence carries this marker")).toBeHidden();
    await expect(promptsOf(page)).toContainText("I lost my dog.");
    await panel.getByRole("button", { name: "Close" }).click();
    await expect(text.locator("p", { hasText: "Mind who is there." })).toContainText("bbbb");
    await expectSaved(page);
    expect((await storedDraft(spec.id)).text).toContain('"evaluationMarker","attrs":{"id":"bbbb"}');
  });

  await test.step("prompts and marker go together, and one undo brings both back", async () => {
    await text.locator(".ed-marker", { hasText: "aaaa" }).click();
    await panel.getByRole("button", { name: "Remove these prompts" }).click();
    const question = page.getByRole("alertdialog", { name: "Remove this prompt?" });
    await question.getByRole("button", { name: "Remove" }).click();
    await expect(panel).toBeHidden();
    await expect(text.locator(".ed-marker")).toHaveText(["bbbb"]);
    await expectSaved(page);
    expect(await idsStored()).toEqual(["bbbb"]);
    await expect(text).toBeFocused();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(text.locator(".ed-marker")).toHaveText(["aaaa", "bbbb"]);
    await expectSaved(page);
    expect((await idsStored()).toSorted()).toEqual(["aaaa", "bbbb"]);
  });

  await test.step("on a phone the panel takes the place of the sheet that led to it", async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await page.emulateMedia({ colorScheme: "dark" });
    const sentence = text.locator("p", { hasText: "Mind who is there." });
    await sentence.click({ position: { x: 4, y: 12 } });
    await page
      .getByRole("region", { name: "Draft" })
      .getByRole("button", { name: "About this section" })
      .click();
    const sheet = page.getByRole("dialog", { name: "About this section" });
    await sheet.getByRole("button", { name: /bbbb/ }).click();
    await expect(promptsOf(page)).toContainText("I lost my dog.");
    await expect(sheet).toBeHidden();
    await expectAccessible(page, "evaluation prompts on a phone in the dark");
    await panel.getByRole("button", { name: "Close" }).click();
    await expect(text).toBeVisible();
  });
});
