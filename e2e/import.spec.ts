import { deflateRawSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { handmadeZip } from "@/lib/import/testing/handmade-zip";
import { releases as corpus } from "@/lib/markdown/testing/corpus";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/axe";
import { TWO_RELEASES, zipOf } from "./support/spec-zip";

const ZIP = "application/zip";

async function upload(page: Page, name: string, buffer: Buffer, mimeType = ZIP): Promise<void> {
  await page.getByLabel("File to import").setInputFiles({ name, mimeType, buffer });
}

async function filesOf(page: Page, link: string): Promise<Record<string, string>> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const stream = await (await waiting).createReadStream();
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Object.fromEntries(
    Object.entries(unzipSync(Buffer.concat(pieces))).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString("utf8"),
    ]),
  );
}

test("somebody imports two releases as history, and an export gives the same bytes back", async ({
  signIn,
}) => {
  const { page } = await signIn({ specCreator: true });
  await page.goto("/w");
  await page.getByRole("main").getByRole("link", { name: "Import a spec" }).first().click();
  await upload(page, "manners.zip", zipOf(TWO_RELEASES));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("manners.zip");
  await expect(page.getByText("Nothing is written yet")).toBeVisible();
  await expect(page.getByRole("tab", { name: "2026-03-05" })).toBeVisible();
  await expect(page.getByText("#ask_first is now called #ask_before_acting")).toBeVisible();
  await expectAccessible(page, "the preview");
  await expect(page.getByLabel("Title")).toHaveValue("Manners of a helper");
  const slug = `manners-${Date.now()}`;
  await page.getByLabel("Address").fill(slug);
  await expect(page.getByRole("radio", { name: /Published releases/ })).toBeChecked();
  await page.getByRole("button", { name: "Import as a new spec" }).click();
  await page.waitForURL(`**/w/${slug}`);
  await expect(page.getByText("Root level")).toBeVisible();

  await page.getByRole("link", { name: "Export" }).first().click();
  await expectAccessible(page, "the export page");
  await page.getByLabel("Version").selectOption("2026-01-10");
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/version=2026-01-10/);
  expect(await filesOf(page, "Download Repository")).toEqual(folder("2026-01-10"));
  const all = await filesOf(page, "Download all releases");
  for (const [path, text] of Object.entries(TWO_RELEASES)) {
    if (path.endsWith(".md")) expect(all[path]).toBe(text);
  }
});

const folder = (name: string) =>
  Object.fromEntries(
    Object.entries(TWO_RELEASES).flatMap(([path, text]) =>
      path.startsWith(`${name}/`) && path.endsWith(".md")
        ? [[path.slice(name.length + 1), text]]
        : [],
    ),
  );

test("an editor replaces the draft of a spec by a file, and takes it along as Markdown", async ({
  signIn,
  spec,
}) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "editor");
  await page.goto(`/w/${spec.slug}`);
  await page.getByRole("main").getByRole("link", { name: "Import" }).click();
  const text = TWO_RELEASES["2026-01-10/model_spec.md"]!;
  await upload(page, "spec.md", Buffer.from(text), "text/markdown");
  await expect(page.getByText("0 prompts in 0 files")).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await page.getByRole("button", { name: "Replace the draft" }).click();
  await page.waitForURL(`**/w/${spec.slug}`);
  const answer = await page.request.get(`/w/${spec.slug}/export/draft/markdown`);
  expect(answer.headers()["content-disposition"]).toContain(`${spec.slug}-draft.md`);
  expect(await answer.text()).toBe(text);
  const clause = await page.request.get(`/w/${spec.slug}/export/draft/clause?id=ask_first`);
  expect(await clause.text()).toContain("Ask before acting — also");
  const lines = await page.request.get(`/w/${spec.slug}/export/draft/examples`);
  expect(JSON.parse(await lines.text())).toMatchObject({
    title: "a direct question",
    authority: "root",
    responses: [{ verdict: "BAD" }, { verdict: "GOOD", reason: "plain" }],
  });
});

test("a folder is chosen by keyboard alone", async ({ signIn }) => {
  const { page } = await signIn({ specCreator: true });
  await page.goto("/w/import");
  const choose = page.getByRole("button", { name: "Choose a file" });
  // A button answers keys once its page has its scripts.
  await expect(async () => {
    const chooser = page.waitForEvent("filechooser", { timeout: 3_000 });
    await choose.press("Enter");
    await (
      await chooser
    ).setFiles({
      name: "policy.md",
      mimeType: "text/markdown",
      buffer: Buffer.from("# House policy\n\n1. Knock.\n"),
    });
  }).toPass();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("policy.md");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.waitForURL("**/w/import");
});

const bomb = () =>
  Buffer.from(
    handmadeZip([
      { name: "a.md", packed: deflateRawSync(Buffer.alloc(30_000_000)), claimedBytes: 9 },
    ]),
  );
const packed = deflateRawSync(Buffer.from("x"));

for (const [what, name, make, words] of [
  ["a zip that grows without end", "bomb.zip", bomb, /grows to more than 100 times/],
  [
    "a zip with a name that leads out",
    "out.zip",
    () => Buffer.from(handmadeZip([{ name: "../../etc/spec.md", packed }])),
    /leads out of its folder/,
  ],
  ["a zip without Markdown", "pictures.zip", () => zipOf({ "a.png": "x" }), /no Markdown file/],
  ["a file that is no text", "spec.md", () => Buffer.from([35, 0, 1, 2]), /zero byte/],
] as const) {
  test(`${what} is refused in words, and nothing is kept`, async ({ signIn }) => {
    const { page } = await signIn({ specCreator: true });
    await page.goto("/w/import");
    await upload(page, name, make());
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
  });
}

test("a page of another site cannot upload, nor can who is not signed in", async ({
  signIn,
  playwright,
  baseURL,
}) => {
  const { page } = await signIn({ specCreator: true });
  const send = { data: "# A", headers: { "sec-fetch-site": "cross-site" } };
  expect((await page.request.post("/api/imports?name=a.md", send)).status()).toBe(401);
  const stranger = await playwright.request.newContext({ baseURL: String(baseURL) });
  expect((await stranger.post("/api/imports?name=a.md", { data: "# A" })).status()).toBe(401);
  await stranger.dispose();
});

test("a publisher switches a writing rule off", async ({ signIn, spec }) => {
  const { page, userId } = await signIn();
  await spec.add(userId, "publisher");
  await page.goto(`/w/${spec.slug}/settings/rules`);
  await page.getByLabel("Clause without example").selectOption("off");
  await page.getByRole("button", { name: "Save rules" }).click();
  await expect(page.getByText("Rules saved").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Clause without example")).toHaveValue("off");
  await expectAccessible(page, "the writing rules");
});

// Shows up as skipped, and loudly so, when the corpus is not there.
test("the real releases become a history, and each comes back byte for byte", async ({
  signIn,
}) => {
  test.skip(corpus.length === 0, "No SPEC_CORPUS.");
  test.setTimeout(180_000);
  const { page } = await signIn({ specCreator: true });
  await page.goto("/w/import");
  const files = Object.fromEntries(
    corpus.flatMap(({ name, files: own }) =>
      Object.entries(own).map(([path, text]) => [`${name}/${path}`, text]),
    ),
  );
  await upload(page, "releases.zip", zipOf(files));
  await expect(page.getByRole("tab")).toHaveCount(corpus.length, { timeout: 60_000 });
  const slug = `real-${Date.now()}`;
  await page.getByLabel("Title").fill("The real releases");
  await page.getByLabel("Address").fill(slug);
  await page.getByRole("button", { name: "Import as a new spec" }).click();
  await page.waitForURL(`**/w/${slug}`, { timeout: 120_000 });
  for (const { name, files: own } of corpus) {
    await page.goto(`/w/${slug}/export?version=${name}`);
    expect(await filesOf(page, "Download Repository")).toEqual(own);
  }
});
