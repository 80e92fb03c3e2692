import { expect, test } from "./fixtures";

test("somebody creates a spec, and its address follows the title until they write one", async ({
  signIn,
}) => {
  const { page } = await signIn({ specCreator: true });
  await page.goto("/w");
  await page.getByRole("main").getByRole("link", { name: "Create a spec" }).click();
  await page.getByLabel("Title").fill("Règles de la maison");
  await expect(page.getByLabel("Address")).toHaveValue("regles-de-la-maison");
  const slug = `maison-${Date.now()}`;
  await page.getByLabel("Address").fill(slug);
  await page.getByRole("radio", { name: "House policy" }).check();
  await page.getByRole("button", { name: "Create spec" }).click();
  await page.waitForURL(`**/w/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Règles de la maison");
  await expect(page.getByText("Binding")).toBeVisible();
});

test("an address that is taken is refused at its field, and what was written stays", async ({
  signIn,
  spec,
}) => {
  const { page } = await signIn({ specCreator: true });
  await page.goto("/w/new");
  await page.getByLabel("Title").fill("Another");
  await page.getByLabel("Address").fill(spec.slug);
  await page.getByRole("button", { name: "Create spec" }).click();
  await expect(page.getByLabel("Address")).toBeFocused();
  await expect(page.getByLabel("Address")).toHaveAccessibleDescription(/has this address/);
  await expect(page.getByLabel("Title")).toHaveValue("Another");
});

test("a publisher renames a spec and its page moves along", async ({ signIn, spec }) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "publisher");
  await page.goto(`/w/${spec.slug}/settings`);
  await page.getByLabel("Title").fill("Renamed");
  await page.getByLabel("Address").fill(`${spec.slug}-new`);
  await page.getByRole("button", { name: "Save settings" }).click();
  await page.waitForURL(`**/w/${spec.slug}-new/settings`);
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toContainText("Renamed");
});

test("a publisher archives a spec and restores it", async ({ signIn, spec }) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "publisher");
  await page.goto(`/w/${spec.slug}/settings`);
  await page.getByRole("button", { name: "Archive spec" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Archive spec" }).click();
  await expect(page.getByText("This spec is archived", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Restore spec" }).click();
  await expect(page.getByRole("button", { name: "Archive spec" })).toBeVisible();
});

test("levels are added, moved by keyboard and saved", async ({ signIn, spec }) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "publisher");
  await page.goto(`/w/${spec.slug}/settings/levels`);
  const names = page.getByLabel("Name", { exact: true });
  await expect(names).toHaveCount(5);
  await page.getByRole("button", { name: "Lower Root" }).press("Enter");
  await expect(names.first()).toHaveValue("System");
  await page.getByRole("button", { name: "Add a level" }).click();
  await names.last().fill("Habit");
  await page.getByLabel("Key in the source").last().fill("habit");
  await page.getByRole("button", { name: "Save levels" }).click();
  await expect(page.getByText("Not saved yet")).toBeHidden();
  await page.reload();
  await expect(names).toHaveCount(6);
  await expect(names.first()).toHaveValue("System");
  await expect(names.last()).toHaveValue("Habit");
});

test("a reader sees members and levels but nothing to change them with", async ({
  signIn,
  spec,
}) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "reader");
  await page.goto(`/w/${spec.slug}/members`);
  await expect(page.getByRole("table", { name: "Members" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Invite people" })).toHaveCount(0);
  await expect(page.getByRole("combobox")).toHaveCount(0);
  await page.goto(`/w/${spec.slug}/settings/levels`);
  await expect(page.getByText("Root level")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save levels" })).toHaveCount(0);
});

test("an invitation link makes another person a member", async ({ signIn, spec }) => {
  const publisher = await signIn();
  await spec.add(publisher.userId, "publisher");
  await publisher.page.goto(`/w/${spec.slug}/members`);
  await publisher.page.getByRole("button", { name: "Invite people" }).click();
  await publisher.page.getByRole("radio", { name: "Reviewer" }).check();
  await publisher.page.getByRole("button", { name: "Make invitation link" }).click();
  const link = await publisher.page.getByLabel("Invitation link").inputValue();

  const guest = await signIn({ name: "Guest Reviewer" });
  await guest.page.goto(link);
  await guest.page.getByRole("button", { name: /accept|join/i }).click();
  await guest.page.waitForURL(`**/w/${spec.slug}`);

  await publisher.page.reload();
  const row = publisher.page.getByRole("row", { name: /Guest Reviewer/ });
  await expect(row.getByRole("combobox")).toHaveValue("reviewer");
});

test("a role that is taken away is gone at the next step", async ({ signIn, spec }) => {
  const publisher = await signIn();
  await spec.add(publisher.userId, "publisher");
  const other = await signIn({ name: "Second Publisher" });
  await spec.add(other.userId, "publisher");
  await other.page.goto(`/w/${spec.slug}/settings`);
  await expect(other.page.getByRole("button", { name: "Save settings" })).toBeVisible();

  await publisher.page.goto(`/w/${spec.slug}/members`);
  await publisher.page
    .getByRole("row", { name: /Second Publisher/ })
    .getByRole("combobox")
    .selectOption("reader");
  await expect(publisher.page.getByText("has a new role").first()).toBeVisible();

  await other.page.getByLabel("Title").fill("Taken over");
  await other.page.getByRole("button", { name: "Save settings" }).click();
  await expect(other.page.getByText(/You may not change this spec's settings/)).toBeVisible();
});

test("the palette goes to a spec by its title", async ({ signIn, spec }) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await page.goto("/w");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox").fill(spec.title);
  await expect(page.getByRole("option", { name: spec.title })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/w/${spec.slug}`);
});
