import { hashPassword } from "@/lib/auth/password-hash";
import { db } from "@/lib/data/db";
import { expect, test } from "./fixtures";

const PASSWORD = "seven quiet rivers";
const HOUR_MS = 3_600_000;

/** Makes a sign-in an hour old, with a password to confirm it by. */
async function letAnHourPass(userId: string) {
  const authenticatedAt = new Date(Date.now() - HOUR_MS);
  await db().session.updateMany({ where: { userId }, data: { authenticatedAt } });
  await db().user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(PASSWORD) },
  });
}

test("a sensitive step asks for the password once more, then goes through by itself", async ({
  signIn,
}) => {
  const { page, userId } = await signIn({ administrator: true });
  await letAnHourPass(userId);
  await page.goto("/admin");
  await page.getByRole("button", { name: "Invite administrator" }).click();
  await page.getByRole("button", { name: "Make invitation link" }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  const password = dialog.getByLabel("Password", { exact: true });
  await password.fill("not it");
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(password).toHaveAccessibleDescription(/not your password/);
  await password.fill(PASSWORD);
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByLabel("Invitation link")).toHaveValue(/\/invitation\/[\w-]{43}$/);
  await expect(dialog).toHaveCount(0);
});

test("closing the question leaves the step undone and says why", async ({ signIn }) => {
  const { page, userId } = await signIn({ administrator: true });
  await letAnHourPass(userId);
  await page.goto("/admin");
  await page.getByRole("button", { name: "Invite administrator" }).click();
  await page.getByRole("button", { name: "Make invitation link" }).click();
  await page
    .getByRole("dialog", { name: "Confirm that it is you" })
    .getByRole("button", { name: "Close" })
    .click();
  await expect(page.getByRole("alert").filter({ hasText: "fresh proof" })).toBeVisible();
  expect(await db().invitation.count({ where: { invitedById: userId } })).toBe(0);
});

test("who closes the question before it has loaded has answered it too", async ({ signIn }) => {
  const { page, userId } = await signIn({ administrator: true });
  await letAnHourPass(userId);
  await page.goto("/admin");
  await page.getByRole("button", { name: "Invite administrator" }).click();
  let actions = 0;
  // The first is the step itself, the second asks which ways there are to confirm.
  await page.route("**/admin", async (route) => {
    if (route.request().method() === "POST" && ++actions === 2)
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.continue();
  });
  await page.getByRole("button", { name: "Make invitation link" }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await expect(dialog).toContainText("Looking up");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "fresh proof" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make invitation link" })).toBeEnabled();
});

test("an office that is taken away and a suspension hold at the next step", async ({ signIn }) => {
  const { page, userId } = await signIn({ administrator: true });
  await page.goto("/admin");
  await expect(page.getByRole("heading", { name: "People" })).toBeVisible();
  await db().user.update({ where: { id: userId }, data: { administratorSince: null } });
  await page.goto("/admin/audit");
  await expect(page.getByRole("heading", { name: "You may not open this page" })).toBeVisible();
  await db().user.update({ where: { id: userId }, data: { suspendedAt: new Date() } });
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("an administrator suspends somebody after a question, and reinstates them", async ({
  signIn,
}) => {
  const { page } = await signIn({ administrator: true });
  const { page: theirs, userId } = await signIn({ name: `Bo ${Date.now()}` });
  const { name } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  await theirs.goto("/account");
  await page.goto("/admin");
  await page.getByRole("searchbox", { name: "Name or address" }).fill(name);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\?q=/);
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Suspend" }).click();
  await page.getByRole("button", { name: `Suspend ${name}` }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Suspended");
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Reinstate" }).click();
  await expect(page.getByRole("row", { name: new RegExp(name) })).not.toContainText("Suspended");
});
