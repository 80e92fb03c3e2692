import type { Page } from "@playwright/test";
import { recordRelease } from "@/lib/commands/review/record-release";
import { transaction } from "@/lib/data/transaction";
import {
  at,
  bad,
  chapter,
  clause,
  compare,
  example,
  good,
  spec as specOf,
  user,
} from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/axe";
import type { SpecFixture } from "./support/spec-fixture";

const hours = (answer: string) =>
  example(
    "opening hours",
    user("When do you open?"),
    compare(good(answer, "says what it knows"), bad("Ask somebody else.")),
  );

const ASK = "Ask back before you guess.";

const march = specOf(
  chapter("Basics"),
  clause("honest", "Be honest", "Say what is true and what you know.", ASK, hours("At nine.")),
  clause("quiet", "Be quiet", "Stay out of what is none of your business."),
  chapter("Manners"),
  clause("kind", "Be kind", "Say it gently, whoever asks.", "Never mock anybody for a question."),
);

const july = specOf(
  chapter("Basics"),
  at(
    "user",
    clause(
      "honest",
      "Be honest",
      "Say what is true and what you know, and say when you are unsure.",
      ASK,
      hours("At nine, on weekdays."),
    ),
  ),
  clause("quiet", "Be quiet", "Stay out of what is none of your business."),
  chapter("Manners"),
  clause("kind", "Be kind", "Say it gently, whoever asks.", "Never mock anybody for a question."),
  clause("brief", "Be brief", "Stop when all is said."),
);

async function publish(spec: SpecFixture) {
  const texts: [string, SpecDocument][] = [
    ["2026-03-10", march],
    ["2026-07-21", july],
  ];
  for (const [label, document] of texts) {
    await transaction((tx) =>
      recordRelease(tx, {
        specId: spec.id,
        label,
        document,
        changelog: "",
        origin: "imported",
        publishedById: null,
        publishedAt: new Date(label),
      }),
    );
  }
}

/** Pages for readers know of what is published in a moment, and not in the same one. */
async function openComparison(page: Page, address: string): Promise<void> {
  await expect(async () => {
    expect((await page.goto(address))?.status()).toBe(200);
  }).toPass({ timeout: 60_000 });
}

const PAIR = "2026-07-21/compare/2026-03-10";

test("anybody sees what changed between two releases, authority first", async ({ page, spec }) => {
  await publish(spec);
  await openComparison(page, `/${spec.slug}/${PAIR}`);
  const authority = page.getByRole("region", { name: "Authority" });
  await expect(authority).toContainText(/Root.*User/);
  await expect(authority).toContainText("lowered");
  await authority.getByRole("link", { name: "Be honest" }).click();
  await expect(page.locator("ins").filter({ hasText: "unsure" })).toBeVisible();
  await expect(page.locator("ins").filter({ hasText: "weekdays" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /Be brief/ })).toContainText("New section");
  await expect(page.getByText("Stay out of what is none")).toHaveCount(0);
  await expect(page.getByText(ASK)).toHaveCount(0);
  await page.getByText("1 unchanged paragraph").click();
  await expect(page.getByText(ASK)).toBeVisible();
  await page.getByLabel("From", { exact: true }).selectOption("2026-07-21");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("Both say the same")).toBeVisible();
});

test("it reads without scripts, and every address says the same whoever comes first", async ({
  browser,
  baseURL,
  spec,
}) => {
  await publish(spec);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: String(baseURL) });
  const page = await context.newPage();
  await openComparison(page, `/${spec.slug}/2026-03-10/compare/latest`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2026-03-10 to 2026-07-21");
  await expect(page.locator("ins").filter({ hasText: "unsure" })).toBeVisible();
  await page.getByRole("link", { name: "Side by side" }).click();
  await expect(page.locator(".diff-split")).toBeVisible();
  await page.getByRole("link", { name: /^Examples/ }).click();
  await expect(page.locator("ins").filter({ hasText: "weekdays" })).toBeVisible();
  await expect(page.locator("ins").filter({ hasText: "unsure" })).toHaveCount(0);
  await page.goto(`/${spec.slug}/${PAIR}`);
  await page.getByText("1 unchanged paragraph").click();
  await page.getByRole("link", { name: "Show the page with all of it" }).click();
  await page.getByText("1 unchanged paragraph").click();
  await expect(page.getByText(ASK)).toBeVisible();
  await context.close();
});

test("n and p go from change to change and say where one is", async ({ page, spec }) => {
  await publish(spec);
  await openComparison(page, `/${spec.slug}/${PAIR}`);
  const status = page.getByRole("group", { name: "Go from change to change" }).getByRole("status");
  await expect(status).toHaveText(/places/);
  const [total] = /\d+/.exec(await status.innerText())!;
  await page.keyboard.press("n");
  await expect(status).toHaveText(new RegExp(`^\\d+ of ${total}$`));
  const first = await status.innerText();
  await page.keyboard.press("n");
  await expect(status).not.toHaveText(first);
  await page.keyboard.press("p");
  await expect(status).toHaveText(first);
  await page.getByRole("button", { name: "Next change" }).click();
  await expect(status).not.toHaveText(first);
  await expect(page.locator("[data-stop]:focus")).toHaveCount(1);
});

test("a member compares a release with the draft and takes the comparison along", async ({
  signIn,
  spec,
}) => {
  await publish(spec);
  const { page, userId } = await signIn();
  await spec.add(userId, "reader");
  await page.goto(`/w/${spec.slug}/compare?from=2026-03-10&to=2026-07-21`);
  await page.getByText("Take along").click();
  const href = await page.getByRole("link", { name: "Markdown" }).getAttribute("href");
  const answer = await page.request.get(String(href));
  expect(answer.headers()["content-disposition"]).toContain("2026-03-10-to-2026-07-21.md");
  expect(await answer.text()).toContain("Be brief");
  await page.getByLabel("To", { exact: true }).selectOption("@draft");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2026-03-10 to Draft");
});

test("a file of the comparison is refused to people outside", async ({ signIn, spec, page }) => {
  await publish(spec);
  const address = `/w/${spec.slug}/compare/export?from=2026-03-10&to=@draft&format=json`;
  expect((await page.request.get(address)).status()).toBe(401);
  const outsider = await signIn();
  expect((await outsider.page.request.get(address)).status()).toBe(404);
});

for (const theme of ["light", "dark"] as const) {
  for (const width of [320, 1280]) {
    test(`comparisons are accessible, ${theme} at ${width} px`, async ({ page, spec }) => {
      test.slow();
      await publish(spec);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      for (const view of [
        "",
        "?view=split",
        "?class=normative,editorial,typographic&unchanged=1",
      ]) {
        await openComparison(page, `/${spec.slug}/${PAIR}${view}`);
        await expectAccessible(page, `comparison${view}`);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect(wider, `comparison${view} scrolls sideways`).toBe(false);
      }
    });
  }
}
