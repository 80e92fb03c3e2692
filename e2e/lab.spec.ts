// The parts that every page is made of, as people meet them: with keys, at any width, in both themes.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

const GALLERY = "/lab/ui";
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function openGallery(page: Page) {
  const response = await page.goto(GALLERY);
  test.skip(
    response?.status() === 404,
    "The gallery is not part of a production build: start the server with LAB=1.",
  );
}

for (const theme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`nothing in the gallery keeps anyone out, ${theme} at ${width} px`, async ({
      page,
      context,
      baseURL,
    }) => {
      await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openGallery(page);
      const found = await new AxeBuilder({ page })
        .options({ runOnly: WCAG, rules: { "target-size": { enabled: true } } })
        .analyze();
      expect(found.violations).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    });
  }
}

test("the chosen theme is in the server's answer, so nothing flashes", async ({ page }) => {
  await openGallery(page);
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const answer = await page.request.get(GALLERY);
  expect(await answer.text()).toContain('data-theme="dark"');
});

test("layers open, close and scroll-lock under a policy without inline style elements", async ({
  page,
}) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await page.route(GALLERY, async (route) => {
    const response = await route.fetch();
    const policy = "style-src 'self'; style-src-attr 'unsafe-inline'";
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": policy },
    });
  });
  await openGallery(page);
  for (const name of ["Name this revision", "Clause actions", "Who wrote this"]) {
    const opener = page.getByRole("button", { name });
    await opener.click();
    await page.keyboard.press("Escape");
    await expect(opener, `the focus returns to ${name}`).toBeFocused();
  }
  expect(refused).toEqual([]);
});

test("a question puts the safe answer first", async ({ page }) => {
  await openGallery(page);
  await page.getByRole("button", { name: "Delete this draft" }).last().click();
  await expect(page.getByRole("alertdialog").getByRole("button", { name: "Cancel" })).toBeFocused();
});

test("the palette finds a clause and goes there without a mouse", async ({ page }) => {
  await openGallery(page);
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Search or type a command" });
  await expect(field).toBeFocused();
  await page.keyboard.type("confidence");
  const option = page.getByRole("option", { name: /Keep a confidence/ });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/reading#keep-a-confidence$/);
});

test("the palette says when the search does not answer, and keeps its actions", async ({
  page,
}) => {
  await openGallery(page);
  await page.getByRole("button", { name: "Search and commands" }).click();
  await page.keyboard.type("fail");
  await expect(page.getByText("The search did not answer")).toBeVisible();
  await page.getByRole("combobox", { name: "Search or type a command" }).fill("review");
  await expect(page.getByRole("option", { name: /Ask for review/ })).toBeVisible();
});

test("a question mark in a field is a question mark, elsewhere it shows the keys", async ({
  page,
}) => {
  await openGallery(page);
  const title = page.getByRole("textbox", { name: "Title" });
  await title.press("?");
  await expect(title).toHaveValue("?");
  await title.blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("a refused form keeps what was typed and leads to the first wrong field", async ({ page }) => {
  await openGallery(page);
  const title = page.getByRole("textbox", { name: "Title" });
  const address = page.getByRole("textbox", { name: "Address" });
  const send = page.getByRole("button", { name: "Create the spec" });
  await title.fill("A kind helper");
  await address.fill("Not an address");
  await send.click();
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/Use small letters/);
  await address.fill("storm");
  await send.click();
  await expect(page.getByRole("alert").filter({ hasText: "did not answer" })).toBeVisible();
  await expect(title).toHaveValue("A kind helper");
  await address.fill("kind-helper");
  await send.click();
  await expect(page.getByText("“A kind helper” created").first()).toBeVisible();
});
