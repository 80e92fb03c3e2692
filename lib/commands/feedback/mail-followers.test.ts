import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { HOSTILE_TEXTS } from "@/lib/feedback/testing/hostile-texts";
import { sendMail } from "@/lib/mail/send-mail";
import type { Actor } from "@/lib/policy/actor";
import { useDatabase } from "@/lib/testing/database";
import { known, later, open, type FeedbackSpec } from "@/lib/testing/feedback-scene";
import { startMailSink, type MailSink } from "@/lib/testing/mail-sink";
import { person } from "@/lib/testing/people";
import { publishedSpec, publishRelease, twoClauses } from "@/lib/testing/published-spec";
import { useSettings } from "@/lib/testing/settings";
import { POST as stopByPost } from "@/app/api/mail/stop/route";
import { followFeedback } from "./follow";
import { mailFollowers } from "./mail-followers";
import { approveComment, hideComment } from "./moderate-comment";
import { replyToThread } from "./reply-to-thread";
import { settleThread } from "./settle-thread";
import { withdrawComment } from "./withdraw-comment";

useDatabase();
useSettings();

const origin = "https://specs.example.org";
let sink: MailSink;
let spec: FeedbackSpec;
beforeAll(async () => {
  sink = await startMailSink();
});
afterAll(() => sink.close());
beforeEach(async () => {
  spec = await publishedSpec();
  await look();
  sink.mails.length = 0;
});

/** One round, of one process, over a real connection. */
const look = () =>
  mailFollowers({
    send: (mail) => sendMail({ server: sink.url, from: "Precept <no-reply@example.org>" }, mail),
    origin,
  });

async function prove(actor: Actor): Promise<string> {
  const user = await db().user.update({
    where: { id: actor.id },
    data: { emailVerified: new Date() },
  });
  return String(user.email);
}

const mailsTo = (email: string) => sink.mails.filter(({ to }) => to === email);

/** As if the interval of everybody had passed. */
const anotherDay = () => db().feedbackMail.updateMany({ data: { nextAt: null } });

const setPace = (actor: Actor, pace: "never" | "hourly") =>
  db().feedbackMail.update({ where: { userId: actor.id }, data: { pace, nextAt: null } });

const reply = (actor: Actor, threadId: string, body: string, isOfficial = false) =>
  replyToThread(actor, { threadId, body, isOfficial, writtenForMs: null }, later());

/** A thread that everybody can read, its author with a proven address, who was told of that. */
async function followed(more: Parameters<typeof open>[2] = {}) {
  const author = await person();
  const email = await prove(author);
  const thread = await open(spec, author, more);
  await approveComment(spec.publisher, { commentId: thread.id }, later());
  await look();
  await anotherDay();
  sink.mails.length = 0;
  return { author, email, threadId: thread.threadId, number: thread.threadNumber };
}

describe("mail to those who follow", () => {
  it("tells of an answer once it can be read, of no held or hidden one", async () => {
    const { email, threadId, number } = await followed();
    const other = await person();
    const held = await reply(other, threadId, "I would like to know as well.");
    await look();
    expect(mailsTo(email)).toEqual([]);
    await approveComment(spec.publisher, { commentId: held.id }, later());
    const answer = await reply(await known(spec), threadId, "This one will be hidden.");
    await hideComment(
      spec.publisher,
      { commentId: answer.id, rule: "abuse", reason: "It insults somebody." },
      later(),
    );
    await look();
    const [mail, ...more] = mailsTo(email);
    expect(more).toEqual([]);
    expect(mail?.text).toMatch(/Reader \d+ answered:\n“I would like to know as well.”/);
    expect(mail?.text).toContain(`${origin}/${spec.slug}/feedback/${number}#comment-2`);
    expect(mail?.text).not.toContain("will be hidden");
  });

  it("is one mail a person and interval, however many processes look", async () => {
    const { email, threadId } = await followed();
    const answerer = await known(spec);
    await reply(answerer, threadId, "First.");
    await reply(answerer, threadId, "Second.");
    await Promise.all([look(), look(), look()]);
    expect(mailsTo(email)).toHaveLength(1);
    expect(mailsTo(email)[0]?.text).toMatch(/First[^]*Second/);
    await reply(answerer, threadId, "Third.");
    await look();
    expect(mailsTo(email), "the interval is not over").toHaveLength(1);
    await anotherDay();
    await look();
    expect(mailsTo(email)).toHaveLength(2);
    expect(mailsTo(email)[1]?.text).not.toContain("First");
    await anotherDay();
    await look();
    expect(mailsTo(email), "nothing new").toHaveLength(2);
  });

  it("stops by the button of the mail program itself (RFC 8058), as the mail says over the wire", async () => {
    const { email, threadId } = await followed();
    const answerer = await known(spec);
    await reply(answerer, threadId, "An answer.");
    await look();
    const [mail] = mailsTo(email);
    const headers = mail?.raw.split("\r\n\r\n")[0]?.replaceAll(/\r\n\s+/g, " ") ?? "";
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const button = new URL(/^List-Unsubscribe: ?<(\S+)>$/m.exec(headers)?.[1] ?? "");
    expect(button.origin + button.pathname).toBe(`${origin}/api/mail/stop`);
    expect(mail?.text).toContain(`${origin}/mail/stop${button.search}`);
    expect(mail?.raw, "the address stands in the envelope alone").not.toMatch(
      new RegExp(`mail/stop[^\\s]*${email}`),
    );
    // What a mail program sends, without a cookie: it stops this mail, and twice is once.
    const press = () =>
      stopByPost(
        new Request(button, {
          method: "POST",
          headers: { "content-type": "application/x-www-form-urlencoded" },
          body: "List-Unsubscribe=One-Click",
        }),
      );
    for (const answer of [await press(), await press()]) {
      expect(answer.status).toBe(303);
      expect(answer.headers.get("set-cookie")).toBeNull();
    }
    await anotherDay();
    await reply(answerer, threadId, "Another answer.");
    await look();
    expect(mailsTo(email)).toHaveLength(1);
    button.searchParams.set("of", `${button.searchParams.get("of")}x`);
    expect((await press()).status, "a link that is made up").toBe(404);
  });

  it("tells what became of it, and the release in which it can be read", async () => {
    const { email, threadId } = await followed();
    const decision = { outcome: "adopted", reason: "You are right.", targetLabel: null } as const;
    await settleThread(spec.publisher, { threadId, ...decision, revision: null }, later());
    await look();
    expect(mailsTo(email)[0]?.text).toContain("Adopted for the next release.\n“You are right.”");
    await anotherDay();
    await publishRelease(spec.id, twoClauses(), "2026-03-10", spec.publisher);
    await look();
    expect(mailsTo(email)[1]?.text).toContain("It can be read: Adopted in 2026-03-10.");
  });

  it("reaches those who follow a clause or the whole spec, and nobody about their own words", async () => {
    const author = await known(spec);
    const [ofClause, ofSpec, ofOther] = [await person(), await person(), await person()];
    const address = await Promise.all([ofClause, ofSpec, ofOther, author].map(prove));
    const { threadId } = await open(spec, author);
    const thread = await db().thread.findUniqueOrThrow({ where: { id: threadId } });
    const calm = await open(spec, author, { on: "calm" });
    const elsewhere = await db().thread.findUniqueOrThrow({ where: { id: calm.threadId } });
    const follow = (actor: Actor, sectionUid: string | null) =>
      followFeedback(actor, { specId: spec.id, threadId: null, sectionUid, on: true }, later());
    await follow(ofClause, thread.sectionUid);
    await follow(ofSpec, null);
    await follow(ofOther, elsewhere.sectionUid);
    await look();
    sink.mails.length = 0;
    await anotherDay();
    await open(spec, author, { body: "Who decides what is true?" });
    await look();
    const told = sink.mails.map(({ to }) => to).sort();
    expect(told).toEqual([address[0], address[1]].sort());
    expect(sink.mails[0]?.text).toContain("opened a thread (question):\n“Who decides");
  });

  it("tells authors what a moderator did with their words", async () => {
    const author = await person();
    const email = await prove(author);
    const { id: commentId } = await open(spec, author);
    await hideComment(
      spec.publisher,
      { commentId, rule: "off_topic", reason: "It is about the weather." },
      later(),
    );
    await look();
    expect(mailsTo(email)[0]?.text).toContain(
      "A moderator hid your comment. You can appeal; somebody else decides.\n“Not about the spec. It is about the weather.”",
    );
  });

  it("goes to proven addresses of people who want it, and tells nobody the address of another", async () => {
    const { author, email, threadId } = await followed();
    const answerer = await known(spec);
    const theirs = await prove(answerer);
    await db().user.update({ where: { id: author.id }, data: { emailVerified: null } });
    await reply(answerer, threadId, "To nobody.");
    await look();
    expect(mailsTo(email)).toEqual([]);
    await prove(author);
    await setPace(author, "never");
    await look();
    expect(mailsTo(email)).toEqual([]);
    await setPace(author, "hourly");
    await look();
    expect(mailsTo(email)).toHaveLength(1);
    expect(mailsTo(email)[0]?.raw).not.toContain(theirs);
  });

  it("is not lost when the mail server refuses it", async () => {
    const { email, threadId } = await followed();
    await reply(await known(spec), threadId, "Once more.");
    sink.refuse();
    expect(await look()).toBe(0);
    sink.accept();
    await anotherDay();
    await look();
    expect(mailsTo(email)[0]?.text).toContain("Once more.");
  });

  it("keeps hostile words what they are (QUALITY H9)", async () => {
    const { email, threadId } = await followed();
    const answerer = await known(spec);
    const parts = HOSTILE_TEXTS.filter((text) => !text.includes("http"));
    for (const body of parts.slice(0, 15)) {
      await reply(answerer, threadId, `${body} .`).catch(() => undefined);
    }
    await look();
    const html = mailsTo(email)[0]?.raw.split("text/html")[1] ?? "";
    expect(html).toContain("&lt;");
    expect(html).not.toMatch(/<(?:script|img|svg|iframe|style|form|input)\b/i);
  });

  it("leaves out what its author took back", async () => {
    const { email, threadId } = await followed();
    const answerer = await known(spec);
    const { id } = await reply(answerer, threadId, "Said in haste.");
    await withdrawComment(answerer, { commentId: id }, later());
    await look();
    expect(mailsTo(email)).toEqual([]);
  });
});
