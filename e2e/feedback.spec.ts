import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessibleInBoth } from "./support/axe";
import { openRelease, said, type Published } from "./support/feedback";
import { stopMailAddresses } from "@/lib/auth/stop-mail-token";
import { db } from "@/lib/data/db";
import { HOSTILE_TEXTS } from "@/lib/feedback/testing/hostile-texts";
import { clause, spec as specOf } from "@/lib/spec/builders";
import { writeManyComments } from "@/lib/testing/many-comments";
import { publishedSpec, publishRelease } from "@/lib/testing/published-spec";

const sayPath = (spec: Published, query = "on=honest") =>
  `/${spec.slug}/${spec.release.label}/feedback?${query}`;

test("a reader without JavaScript comments, says who they are, and finds the words again", async ({
  browser,
  baseURL,
}) => {
  const spec = await publishedSpec();
  const context = await browser.newContext({ baseURL: String(baseURL), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(sayPath(spec, "on=honest&exact=Say+what+is+true."));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Be honest");
  await page.getByRole("radio", { name: /Suggestion/ }).check();
  await page.getByLabel("What do you want to say?").fill("Name the source as well.");
  await page.getByLabel(/What would you write instead/).fill("Say what is true and how you know.");
  await page.getByRole("button", { name: "Go on" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your words are kept");
  await expect(page.getByText("Name the source as well.")).toBeVisible();
  await page.getByLabel("Your name").fill("Wanda Okoye");
  await page.getByLabel("E-mail address").first().fill(`wanda-${randomUUID()}@example.org`);
  await page.getByLabel(/A password of 12/).fill("four words make one");
  await page.getByRole("button", { name: "Create an account" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("One more click");
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByText("Thank you, your words have arrived")).toBeVisible();
  await expect(
    page.getByRole("article").locator("p", { hasText: "Name the source" }),
  ).toBeVisible();
  await expect(page.getByText(/Reader \d{4}/).first()).toBeVisible();
  await expect(page.getByRole("article").getByText("Wanda Okoye")).toHaveCount(0);
  await context.close();
});

test("words with something wrong come back, and nothing is lost", async ({ page, signIn }) => {
  const spec = await publishedSpec();
  const reader = await signIn();
  const links = "https://example.org/a ".repeat(3);
  await reader.page.goto(sayPath(spec));
  await reader.page.getByLabel("What do you want to say?").fill(links);
  await reader.page.getByRole("button", { name: "Post the comment" }).click();
  await expect(reader.page.getByRole("alert").filter({ hasText: "another look" })).toBeVisible();
  await expect(reader.page.getByLabel("What do you want to say?")).toHaveValue(links);
  await page.goto(`/${spec.slug}/feedback`);
  await expect(page.getByText("Nothing here yet")).toBeVisible();
});

// Long journeys of several people; a busy machine takes its time.
test.slow();

test("a comment waits for a moderator, is let through, hidden, appealed and shown again", async ({
  page,
  signIn,
}) => {
  const spec = await publishedSpec();
  const author = await signIn();
  await author.page.goto(sayPath(spec));
  await author.page.getByLabel("What do you want to say?").fill("Who decides what is true?");
  await author.page.getByRole("button", { name: "Post the comment" }).click();
  await expect(author.page.getByText("Waits for a moderator.").first()).toBeVisible();
  const thread = author.page.url().replace(/[?#].*/, "");
  await page.goto(thread);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "There is nothing at this address",
  );

  const reviewer = await signIn();
  await db().member.create({
    data: { specId: spec.id, userId: reviewer.userId, role: "reviewer" },
  });
  const queue = `/w/${spec.slug}/feedback/moderation`;
  await reviewer.page.goto(queue);
  const waiting = reviewer.page.getByRole("article");
  await expect(async () => {
    await reviewer.page.keyboard.press("j");
    await expect(waiting).toBeFocused({ timeout: 1_000 });
  }, "keys work once the page is alive").toPass();
  await reviewer.page.keyboard.press("y");
  await expect(reviewer.page.getByText("Nothing waits for you")).toBeVisible();
  await page.goto(thread);
  await expect(page.getByText("Who decides what is true?")).toBeVisible();

  const { id } = await db().comment.findFirstOrThrow({ where: { authorId: author.userId } });
  await db().report.create({
    data: { commentId: id, byId: spec.publisher.id, rule: "off_topic", at: new Date() },
  });
  await reviewer.page.goto(queue);
  await expectAccessibleInBoth(reviewer.page, "moderation queue");
  await reviewer.page.getByRole("button", { name: "Hide", exact: true }).click();
  await reviewer.page.getByLabel("Reason").fill("It is not about the clause.");
  await reviewer.page.getByRole("button", { name: "Hide the comment" }).click();
  await expect(reviewer.page.getByText("Nothing waits for you")).toBeVisible();
  await page.goto(thread);
  await expect(page.getByText("Hidden by a moderator: Not about the spec.")).toBeVisible();
  await expect(page.getByText("Who decides what is true?")).toHaveCount(0);

  await author.page.goto(thread);
  await author.page.locator("summary", { hasText: "Appeal" }).click();
  await author.page.getByLabel(/Why should it be shown/).fill("It asks about its first word.");
  await author.page.getByRole("button", { name: "Appeal" }).click();
  await expect(author.page.getByText("Your appeal has arrived")).toBeVisible();
  await reviewer.page.goto(queue);
  await expect(reviewer.page.getByText("Somebody decides who neither wrote nor hid")).toBeVisible();

  const second = await signIn();
  await db().member.create({ data: { specId: spec.id, userId: second.userId, role: "reviewer" } });
  await second.page.goto(queue);
  await second.page.getByLabel("Your answer to the author").fill("You are right.");
  await second.page.getByRole("button", { name: "Show it again" }).click();
  await expect(second.page.getByText("Nothing waits for you")).toBeVisible();
  await page.goto(thread);
  await expect(page.getByText("Who decides what is true?")).toBeVisible();
});

test("those who write answer and decide by keyboard; the next release shows what became of it", async ({
  page,
  signIn,
}) => {
  const spec = await publishedSpec();
  const { threadNumber } = await said(spec);
  await said(spec, { on: "calm", kind: "problem" });
  const editor = await signIn();
  await db().member.create({ data: { specId: spec.id, userId: editor.userId, role: "editor" } });
  const inbox = editor.page;
  await inbox.goto(`/w/${spec.slug}/feedback`);
  await expect(inbox.getByRole("heading", { level: 2, name: "Be honest" })).toBeVisible();
  await expectAccessibleInBoth(inbox, "inbox");
  await inbox.keyboard.press("j");
  await expect(inbox.getByRole("heading", { level: 2, name: "Stay calm" })).toBeVisible();
  await inbox.keyboard.press("k");
  await expect(inbox.getByRole("heading", { level: 2, name: "Be honest" })).toBeVisible();
  await inbox.keyboard.press("a");
  await expect(inbox.getByLabel("Answer", { exact: true })).toBeFocused();
  await inbox.keyboard.type("That it can be checked.");
  await inbox.getByRole("button", { name: "Post the answer" }).press("Enter");
  await expect(inbox.getByRole("article").getByText("That it can be checked.")).toBeVisible();
  await inbox.keyboard.press("Escape");
  await inbox.getByRole("heading", { level: 2, name: "Be honest" }).click();
  await inbox.keyboard.press("d");
  await inbox.keyboard.press("Space");
  await inbox.getByLabel("Reason").fill("The clause now says how it is checked.");
  await inbox.getByRole("button", { name: "Settle as adopted" }).press("Enter");
  await expect(inbox.getByText("Adopted for the next release").first()).toBeVisible();

  const next = specOf(
    clause("honest", "Be honest", "Say what is true and how it can be checked."),
    clause("calm", "Stay calm", "Answer an angry person as you would answer a friend."),
  );
  await publishRelease(spec.id, next, "2026-03-10", spec.publisher);
  await page.goto(`/${spec.slug}/feedback/${threadNumber}`);
  await expect(page.getByText("Adopted in 2026-03-10").first()).toBeVisible();
  await expect(page.getByText("Official answer", { exact: true })).toBeVisible();
  await expectAccessibleInBoth(page, "thread");
  await page.goto(`/${spec.slug}/feedback`);
  await expect(page.getByText("The clause now says how it is checked.")).toBeVisible();
  await expectAccessibleInBoth(page, "you said, we did");
  await page.goto(`/${spec.slug}/feedback/policy`);
  await expectAccessibleInBoth(page, "moderation policy");
});

test("on a phone, a reader opens a thread from the text, answers and supports", async ({
  page: visitor,
  baseURL,
  signIn,
}) => {
  const spec = await publishedSpec();
  await said(spec);
  const { page, userId } = await signIn();
  await page.setViewportSize({ width: 390, height: 844 });
  await openRelease(page, spec);
  await page.mouse.move(200, 400);
  await page.getByRole("link", { name: "1 thread" }).click();
  const sheet = page.getByRole("dialog", { name: "Feedback: Be honest" });
  const heading = page.getByRole("heading", { name: /Be honest/ }).first();
  const topOf = async (part: Locator) => Number((await part.boundingBox())?.y);
  await expect(async () => {
    expect(await topOf(sheet), "the clause stands above the sheet").toBeGreaterThan(
      await topOf(heading),
    );
  }).toPass();
  await sheet.getByRole("link", { name: "Answer, support, report" }).click();
  await page.getByRole("button", { name: "I think so too" }).click();
  await expect(page.getByText("1 reader thinks so too")).toBeVisible();
  await expect(page).toHaveURL(/done=supported/);
  await page.getByLabel("Your answer").fill("I would like to know as well.");
  await page.getByRole("button", { name: "Post the answer" }).click();
  await expect(page.getByText("Thank you, your words have arrived")).toBeVisible();
  await page.goto(`/${spec.slug}/feedback`);
  await page.getByRole("button", { name: "Follow all of it" }).click();
  await expect(page.getByText("under “Your feedback”")).toBeVisible();
  await page.goto("/account/feedback");
  await expect(page.getByText("I would like to know as well.").first()).toBeVisible();
  await page.getByRole("radio", { name: /The name of your account/ }).check();
  await page.getByLabel(/Whom do you speak for/).fill("A library");
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await expectAccessibleInBoth(page, "your feedback");
  // The link of a mail, in a browser where nobody is signed in.
  const stop = stopMailAddresses(String(baseURL), { userId, mail: "feedback" });
  await visitor.goto(stop.page);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Stop this mail?");
  await visitor.getByRole("button", { name: "Stop this mail" }).click();
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("No more of it");
  await expectAccessibleInBoth(visitor, "mail stopped");
  await visitor.getByRole("button", { name: "mail me again" }).click();
  await expect(visitor.getByText("You get mail about the feedback")).toBeVisible();
  await visitor.goto(`${stop.page}x`);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("This link is not complete");
  await page.getByRole("button", { name: "Stop following Said aloud" }).click();
  await expect(page.getByText("All feedback on this spec")).toHaveCount(0);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test("hostile words are words on every page, in feeds and in the docket (QUALITY H9)", async ({
  page,
  signIn,
  request,
}) => {
  const spec = await publishedSpec();
  const body = HOSTILE_TEXTS.filter((text) => !text.includes("https://")).join("\n");
  const parts = body.match(/[^]{1,5000}/g) ?? [];
  const numbers: number[] = [];
  for (const part of parts) numbers.push((await said(spec, { body: part })).threadNumber);
  const dialogs: string[] = [];
  const publisher = await signIn();
  await db().member.create({
    data: { specId: spec.id, userId: publisher.userId, role: "publisher" },
  });
  const looks = [
    ...numbers.map((number) => [page, `/${spec.slug}/feedback/${number}`] as const),
    [page, `/${spec.slug}/feedback`] as const,
    [page, sayPath(spec)] as const,
    [publisher.page, `/w/${spec.slug}/feedback`] as const,
  ];
  for (const [where, address] of looks) {
    where.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await where.goto(address);
    const attributes = await where.evaluate(() =>
      [...document.querySelectorAll("main *")].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value))
          .map(({ name }) => `${element.tagName} ${name}`),
      ),
    );
    expect(attributes, address).toEqual([]);
  }
  expect(dialogs).toEqual([]);
  const feed = await (await request.get(`/${spec.slug}/feedback/feed.xml`)).text();
  expect(feed).not.toMatch(/<script|<img|<svg/i);
});

test("no e-mail address of anybody leaves the server (QUALITY P1)", async ({ request, signIn }) => {
  test.slow();
  const spec = await publishedSpec();
  const many = { threads: 50, onFirst: 40, comments: 120, inFirst: 20, authors: 50 };
  await writeManyComments(spec, { clauses: ["honest", "calm"], ...many });
  const marker = randomUUID().slice(0, 8);
  const marked = await db().$executeRaw`
    UPDATE "User" u SET email = 'marker-' || u.id || ${`-${marker}@secret.example`}
    WHERE u.id IN (SELECT c."authorId" FROM "Comment" c JOIN "Thread" t ON t.id = c."threadId"
      WHERE t."specId" = ${spec.id}::uuid)`;
  expect(marked).toBe(50);
  // Something for the queues of moderators and editors, too.
  const { id: held } = await db().comment.findFirstOrThrow({
    where: { thread: { specId: spec.id, number: 50 } },
  });
  await db().comment.update({ where: { id: held }, data: { state: "held" } });
  const next = specOf(clause("calm", "Stay calm", "Answer an angry person kindly."));
  await publishRelease(spec.id, next, "2026-02-10", spec.publisher);
  const { context, userId } = await signIn();
  await db().member.create({ data: { specId: spec.id, userId, role: "reviewer" } });
  const reader = await signIn();
  const api = `/api/feedback/${spec.slug}/${spec.release.label}`;
  const addresses = [
    `/${spec.slug}/feedback`,
    `/${spec.slug}/feedback?page=2&sort=support`,
    `/${spec.slug}/feedback/1`,
    `/${spec.slug}/feedback/1/feed.xml`,
    `/${spec.slug}/feedback/feed.xml`,
    `/${spec.slug}/feedback/policy`,
    sayPath(spec),
    api,
    `${api}/threads?on=honest`,
  ];
  const forMembers = [
    "/account/feedback",
    "/account/data",
    ...["", "?thread=1", "/statistics", "/moderation", "/placements"].map(
      (place) => `/w/${spec.slug}/feedback${place}`,
    ),
    `/w/${spec.slug}/feedback/figures`,
    `/w/${spec.slug}/feedback/docket?format=csv`,
    `/w/${spec.slug}/feedback/docket?format=json`,
  ];
  const crawl = async (from: typeof request, address: string, headers: Record<string, string>) => {
    const answer = await from.get(address, { headers });
    expect(answer.status(), address).toBe(200);
    const text = await answer.text();
    expect(text, address).not.toContain(marker);
    expect(text, address).not.toContain("secret.example");
  };
  for (const address of [...addresses, ...forMembers]) {
    const viewers = forMembers.includes(address)
      ? [context.request]
      : [request, context.request, reader.context.request];
    await Promise.all(
      viewers.flatMap((from) => [crawl(from, address, {}), crawl(from, address, { rsc: "1" })]),
    );
  }
  const etag = String((await request.get(api)).headers()["etag"]);
  const again = await request.get(api, { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
});

test("forms from other sites are refused (QUALITY H13)", async ({ request, baseURL }) => {
  const spec = await publishedSpec();
  const { port } = new URL(String(baseURL));
  const form = {
    spec: spec.slug,
    release: spec.release.label,
    on: "honest",
    kind: "question",
    body: "x",
  };
  const origins = [
    "null",
    "https://evil.example",
    `https://localhost:${port}`,
    `http://localhost.evil.example:${port}`,
    `http://evil.localhost:${port}`,
    "http://localhost:1",
    "",
  ];
  for (const address of ["/api/feedback/comment", "/api/feedback/finish"]) {
    for (const origin of origins) {
      const answer = await request.post(address, { form, headers: { origin }, maxRedirects: 0 });
      expect([303, 403], `${address} from ${origin}`).toContain(answer.status());
      expect(answer.headers()["set-cookie"] ?? "").not.toContain("precept-comment");
    }
  }
  expect(await db().pendingComment.count({ where: { specId: spec.id } })).toBe(0);
});
