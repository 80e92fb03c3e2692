import { randomUUID } from "node:crypto";
import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";

// Coming in, being known, leaving. Needs a server that lets anybody sign up (SIGN_UP=open), no mail.

const PASSWORD = "seven quiet rivers";

interface Person {
  name: string;
  email: string;
  page: Page;
  context: BrowserContext;
}

async function signUp(browser: Browser, baseURL: string | undefined): Promise<Person> {
  const tag = randomUUID().slice(0, 8);
  const [name, email] = [`Ines ${tag}`, `ines-${tag}@example.org`];
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const page = await context.newPage();
  await page.goto("/sign-up?next=/account");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  return { name, email, page, context };
}

async function signIn(page: Page, email: string, password: string) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("somebody signs up, out and in again, and comes back to where they were going", async ({
  browser,
  baseURL,
}) => {
  const { name, email, page } = await signUp(browser, baseURL);
  // Pages for readers are the same for everybody: by this their script knows that somebody is signed in.
  const hint = async () =>
    (await page.context().cookies()).find((cookie) => cookie.name === "signed-in")?.value;
  expect(await hint()).toBe("1");
  await page.getByRole("button", { name: `Account of ${name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/");
  expect(await hint()).toBeUndefined();
  await page.goto("/account");
  await expect(page).toHaveURL("/sign-in?next=%2Faccount");
  await signIn(page, email, PASSWORD);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await page.goto("/sign-in?next=//evil.example/");
  await expect(page).toHaveURL("/w");
});

test("a wrong password and an unknown address get the same words, at the field", async ({
  browser,
  baseURL,
}) => {
  const { email } = await signUp(browser, baseURL);
  const page = await browser.newPage(baseURL ? { baseURL } : {});
  for (const [address, password] of [
    [email, "not the password"],
    [`nobody-${randomUUID()}@example.org`, PASSWORD],
  ] as const) {
    await page.goto("/sign-in");
    await signIn(page, address, password);
    const field = page.getByLabel("Password", { exact: true });
    await expect(field).toHaveAccessibleDescription(/do not belong together/);
    await expect(field).toBeFocused();
  }
});

test("too many wrong passwords close the way for a while, and say for how long", async ({
  page,
}) => {
  const email = `guess-${randomUUID()}@example.org`;
  await page.goto("/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  for (let tries = 1; tries <= 8; tries += 1) {
    await signIn(page, email, `guess number ${tries}`);
    await expect(password).toHaveAccessibleDescription(/do not belong together/);
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toHaveAttribute(
      "type",
      "submit",
    );
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  }
  await signIn(page, email, "one guess more");
  await expect(
    page.getByRole("alert").filter({ hasText: "Too many sign-in attempts" }),
  ).toContainText(/Try again in 15 minutes/);
});

test("ending a session elsewhere signs that browser out at its next step", async ({
  browser,
  baseURL,
}) => {
  const { email, page } = await signUp(browser, baseURL);
  const other = await browser.newPage({
    ...(baseURL ? { baseURL } : {}),
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  await other.goto("/sign-in?next=/account");
  await signIn(other, email, PASSWORD);
  await expect(other.getByRole("heading", { name: "Your account" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("This device")).toBeVisible();
  await page.getByRole("button", { name: "Sign out on Firefox on Linux" }).click();
  await expect(page.getByRole("button", { name: "Sign out on Firefox on Linux" })).toHaveCount(0);
  await other.reload();
  await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an invitation that never was is not found, and no way in", async ({ page }) => {
  await page.goto(`/invitation/${"x".repeat(43)}`);
  await expect(page.getByRole("button", { name: /accept/i })).toHaveCount(0);
});

test("somebody takes their data and erases their account by typing their name", async ({
  browser,
  baseURL,
}) => {
  const { name, email, page } = await signUp(browser, baseURL);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download your data" }).click();
  expect((await download).suggestedFilename()).toBe("precept-own-data.json");

  await page.getByRole("button", { name: "Erase account" }).click();
  const dialog = page.getByRole("dialog", { name: "Erase your account?" });
  const confirmation = dialog.getByRole("textbox");
  await confirmation.fill("somebody else");
  await dialog.getByRole("button", { name: /for ever/ }).click();
  await expect(confirmation).toHaveAccessibleDescription(/exactly/);
  await confirmation.fill(name);
  await dialog.getByRole("button", { name: /for ever/ }).click();
  await expect(page).toHaveURL("/");
  await page.goto("/sign-in");
  await signIn(page, email, PASSWORD);
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /do not belong together/,
  );
});
