import type { Page } from "@playwright/test";
import { publish } from "@/server/reading/testing/publish";
import { hostileSpec } from "@/server/reading/testing/hostile-spec";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/axe";
import { openPage, publishFirst, publishSecond, scrollsSideways } from "./support/published-pages";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader reads, follows references and finds older releases", async ({
    page,
    spec: fixture,
  }) => {
    await publishFirst(fixture);
    await publishSecond(fixture, page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(fixture.title);
    await expect(page.getByRole("navigation", { name: "Contents" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Search" })).toBeHidden();
    await page.locator("summary", { hasText: "2026-07-21" }).click();
    await page
      .getByRole("link", { name: /2026-03-10 / })
      .first()
      .click();
    await expect(page.getByText("A newer release exists.")).toBeVisible();
    await page.locator("#main").getByRole("link", { name: "Keep secrets" }).first().click();
    await expect(page).toHaveURL(/#secrets$/);
    await expect(page.getByText("Conflicts with")).toBeVisible();
    await page.getByRole("link", { name: "People" }).click();
    await expect(page).toHaveURL(/#term-people$/);
    await page.locator("#honest").getByRole("link", { name: "Link to this section" }).click();
    await expect(page).toHaveURL(/\/2026-03-10\/honest$/);
    await expect(page.getByRole("heading", { name: "History" })).toBeVisible();
    await page.getByRole("link", { name: "Evaluation prompts", exact: true }).click();
    await expect(page.getByText("Are you quite sure?")).toBeVisible();
  });
});

test("a reader calls no other site, gets no cookie, and nothing moves", async ({
  page,
  spec: fixture,
  baseURL,
}) => {
  await publishFirst(fixture);
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(String(baseURL)) && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
  const shift = await watchShifts(page);
  await openPage(page, `/${fixture.slug}`);
  expect(await shift()).toBeLessThan(0.001);
  await page.mouse.move(200, 200);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("dialog", { name: "Search in this text" })).toBeVisible();
  expect(await shift()).toBeLessThan(0.001);
  expect(foreign).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test("a page is set in the letters that are there, and from the next one on in ours", async ({
  page,
  spec: fixture,
}) => {
  await publishFirst(fixture);
  const shift = await watchShifts(page);
  const lettersOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).fontFamily);
  await openPage(page, `/${fixture.slug}`);
  expect(await lettersOf("h1")).toMatch(/^ui-serif/);
  await page.mouse.move(200, 200);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("letters"))).toMatch(/^\/_r\//);
  expect(await lettersOf("h1"), "who reads sees no other letters").toMatch(/^ui-serif/);
  expect(await shift()).toBeLessThan(0.001);

  await openPage(page, `/${fixture.slug}/releases`);
  expect(await lettersOf("h1")).toMatch(/^"Source Serif 4 Variable"/);
  const isThere = () =>
    page.evaluate(() => document.fonts.check("1em 'Source Serif 4 Variable'", "Releases"));
  await expect.poll(isThere).toBe(true);
  expect(await shift()).toBeLessThan(0.001);
});

test("a reader searches, filters, copies a link and switches the theme", async ({
  page,
  context,
  spec: fixture,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await publishFirst(fixture);
  await openPage(page, `/${fixture.slug}`);
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Search in this text" }).fill("secret");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#/);
  await page.getByRole("button", { name: /^User/ }).click();
  await expect(page.getByText("Showing 1 of 2 clauses")).toBeVisible();
  await expect(page.getByRole("heading", { name: /Be honest/ })).toBeHidden();
  await page.getByRole("button", { name: /^User/ }).click();
  await page.getByRole("link", { name: "People" }).hover();
  await expect(page.getByRole("dialog", { name: "Preview" })).toContainText("who is there");
  await page.locator("#secrets").getByRole("button", { name: "Cited by 1" }).click();
  await page
    .getByRole("dialog", { name: "Cited by" })
    .getByRole("link", { name: "2.1 Be honest" })
    .click();
  await expect(page).toHaveURL(/#honest$/);
  await expect(page.locator("#secrets").getByRole("link", { name: "History" })).toHaveAttribute(
    "href",
    /\/2026-03-10\/secrets$/,
  );
  await page.getByRole("heading", { name: /Be honest/ }).hover();
  await page.locator("#honest > h3 .permalink").click();
  await expect(page.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/2026-03-10#honest$/);
  await page.getByRole("link", { name: "Evaluation prompts", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Evaluation prompts" })).toContainText(
    "Are you quite sure?",
  );
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Switch between light and dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a reader copies the link to a paragraph, and it leads there without scripts", async ({
  page,
  context,
  browser,
  spec: fixture,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await publishFirst(fixture);
  await openPage(page, `/${fixture.slug}`);
  await page.mouse.move(200, 200);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const words = page.getByText("Do not tell what was told");
  const sign = page.getByRole("link", { name: "Link to this paragraph" });
  await expect(async () => {
    await page.mouse.move(200, 200);
    await words.hover();
    await expect(sign).toBeVisible({ timeout: 500 });
  }).toPass();
  await sign.click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const address = await copied();
  expect(address).toMatch(/\/2026-03-10\/secrets~\w+$/);
  await words.selectText();
  await page.keyboard.press("Shift+ArrowLeft");
  await page.getByRole("button", { name: "Link to paragraph" }).click();
  await expect.poll(copied).toBe(address);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const other = await plain.newPage();
  await other.goto(address);
  await expect(other).toHaveURL(/\/2026-03-10#secrets/);
  await expect(other.getByText("Do not tell what was told")).toBeInViewport();
  await plain.close();
});

test("a reader with the keyboard alone goes from clause to clause and back to the search", async ({
  page,
  spec: fixture,
}) => {
  await publishFirst(fixture);
  await openPage(page, `/${fixture.slug}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("j");
  await expect(page.locator(":focus")).toHaveAttribute("id", /\w/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("leak");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#a-leak$/);
});

test("on a phone the contents are a sheet", async ({ page, spec: fixture }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await publishFirst(fixture);
  await openPage(page, `/${fixture.slug}`);
  await expect(page.getByRole("navigation", { name: "Contents" })).toBeHidden();
  await page.getByRole("button", { name: "Contents" }).click();
  await page
    .getByRole("navigation", { name: "Contents" })
    .getByRole("link", { name: "Keep secrets" })
    .click();
  await expect(page).toHaveURL(/#secrets$/);
  await expect(page.getByRole("navigation", { name: "Contents" })).toBeHidden();
});

for (const { theme, width } of [
  { theme: "light", width: 320 },
  { theme: "light", width: 1280 },
  { theme: "dark", width: 320 },
  { theme: "dark", width: 1280 },
] as const) {
  test(`pages for readers are accessible, ${theme} at ${width} px`, async ({
    page,
    spec: fixture,
  }) => {
    test.slow();
    await publishFirst(fixture);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    for (const place of ["", "/2026-03-10/honest", "/2026-03-10/evaluations", "/releases"]) {
      await openPage(page, `/${fixture.slug}${place}`);
      await expectAccessible(page, place || "the release");
      expect(await scrollsSideways(page), `${place} scrolls sideways`).toBe(false);
    }
    await openPage(page, `/${fixture.slug}`);
    await page.keyboard.press("/");
    await page.getByRole("combobox").fill("secret");
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectAccessible(page, "the search");
  });
}

test("who comes to a clause of an older release is told of the newer one, and who signed in finds their work", async ({
  page,
  context,
  spec: fixture,
  baseURL,
}) => {
  await publishFirst(fixture);
  await publishSecond(fixture, page);
  await context.addCookies([{ name: "signed-in", value: "1", url: String(baseURL) }]);
  await expect(async () => {
    await openPage(page, `/${fixture.slug}/2026-03-10#secrets`);
    await expect(page.getByText("older", { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  // Down to the clause: the notice at the top is out of sight.
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.reload();
  await page.mouse.move(200, 200);
  const here = page.getByRole("complementary", { name: "A newer release exists" });
  await expect(here).toContainText("2026-07-21, says the same here");
  await expect(page.getByRole("link", { name: "Your work" })).toHaveAttribute("href", "/w");
  await here.getByRole("link", { name: "Read it there" }).click();
  await expect(page).toHaveURL(new RegExp(`/${fixture.slug}#secrets$`));
});

test("a spec full of attacks opens no dialog and breaks no policy", async ({
  page,
  spec: fixture,
}) => {
  await publish(fixture.id, "2026-03-10", hostileSpec(), "<script>alert(1)</script>");
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  for (const place of ["", "/2026-03-10/s0", "/2026-03-10/evaluations", "/releases"]) {
    await openPage(page, `/${fixture.slug}${place}`);
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 4000);
  }
  await openPage(page, `/${fixture.slug}`);
  await page.keyboard.press("/");
  await page.getByRole("combobox").fill("alert");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(dialogs).toBe(0);
});

test("the front page lists what is published, and machines find their page", async ({
  page,
  spec: fixture,
}) => {
  await publishFirst(fixture);
  await page.goto("/");
  await page.getByRole("link", { name: fixture.title }).click();
  await expect(page.locator("p.caps").first()).toContainText("Release 2026-03-10");
  await page.getByRole("link", { name: "For machines" }).click();
  await expect(page.getByRole("heading", { name: "For machines" })).toBeVisible();
});

/** @returns How far what is on the page has moved by itself so far, as browsers add it up. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}
