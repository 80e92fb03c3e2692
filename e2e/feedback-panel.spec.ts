import { expect, test } from "./fixtures";
import { expectAccessibleInBoth } from "./support/axe";
import { openRelease, said, tabTo } from "./support/feedback";
import { publishedSpec } from "@/lib/testing/published-spec";

// Each is a whole journey; a busy machine takes its time.
test.slow();

test("a reader opens a thread beside its clause, chooses words, writes, and finds the words again", async ({
  page,
}) => {
  const spec = await publishedSpec();
  const quote = { exact: "Say what is true.", prefix: "", suffix: "" };
  const replacement = "Say what is true and how you know.";
  await said(spec, { kind: "suggestion", quote, replacement, body: "Name the source as well." });
  await openRelease(page, spec);
  await page.mouse.move(400, 400);
  await page.getByRole("link", { name: "1 thread" }).click();
  const panel = page.getByRole("dialog", { name: "Feedback: Be honest" });
  await expect(panel.getByText("Name the source as well.")).toBeVisible();
  await expect(panel.locator("ins")).toHaveText("and how you know");
  const clause = await page.locator("#honest p").first().boundingBox();
  const beside = await panel.boundingBox();
  expect(Number(clause?.x) + Number(clause?.width)).toBeLessThanOrEqual(Number(beside?.x));
  await expectAccessibleInBoth(page, "thread open");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("link", { name: "1 thread" })).toBeFocused();

  const say = page.locator("#calm").getByRole("link", { name: "Comment" });
  const form = page.getByRole("dialog", { name: "Feedback: Stay calm" });
  await say.click();
  await form.getByLabel("What do you want to say?").fill("Half a thought.");
  await form.getByRole("button", { name: "Close feedback" }).click();
  await say.click();
  await expect(form.getByLabel("What do you want to say?")).toHaveValue("Half a thought.");
  await page.keyboard.press("Escape");

  const words = page.getByText("Answer an angry person");
  await words.selectText();
  await words.dispatchEvent("pointerup");
  await page.getByRole("toolbar", { name: "Selected words" }).getByText("Comment").click();
  await expect(form.locator("blockquote")).toContainText("Answer an angry person");
  await form.getByRole("radio", { name: "Suggestion" }).check();
  await form.getByLabel("What do you want to say?").fill("Friends differ.");
  await form.getByLabel("What would you write instead?").fill("Answer an angry person gently.");
  await form.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your words are kept");
  await expect(page.getByText("Friends differ.")).toBeVisible();
  await expect(page.getByText("gently")).toBeVisible();
});

test("without a mouse, a reader comments beside the text, replies, and a moderator lets it be read", async ({
  signIn,
}) => {
  const spec = await publishedSpec();
  const { page } = await signIn();
  await openRelease(page, spec);
  await page.keyboard.press("Tab");
  await expect(page.locator("a.margin-say").first()).toHaveAttribute("data-live", "");
  await page.keyboard.press("c");
  const panel = page.getByRole("dialog", { name: "Feedback: Be honest" });
  await expect(panel.getByLabel("What do you want to say?")).toBeFocused();
  await page.keyboard.type("Who decides what is true?");
  await tabTo(page, panel.getByRole("button", { name: /^(Go on|Post the comment)$/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Thank you, your words have arrived")).toBeVisible();
  await expect(page.getByText("Waits for a moderator.").first()).toBeVisible();

  const publisher = await signIn({ administrator: true });
  await publisher.page.goto(`/w/${spec.slug}/feedback/moderation`);
  await tabTo(publisher.page, publisher.page.getByRole("button", { name: "Let it be read" }));
  await publisher.page.keyboard.press("Enter");
  await expect(publisher.page.getByText("Nothing waits for you")).toBeVisible();

  // Somebody else answers: who is new here writes one comment in half a minute.
  const other = (await signIn()).page;
  await other.goto(page.url().replace(/[?#].*/, ""));
  await expect(other.getByText("Who decides what is true?")).toBeVisible();
  await tabTo(other, other.getByLabel("Your answer"));
  await other.keyboard.type("I found it: the clause below says so.");
  await tabTo(other, other.getByRole("button", { name: "Post the answer" }));
  await other.keyboard.press("Enter");
  await expect(other.getByRole("article").getByText("I found it").first()).toBeVisible();
});
