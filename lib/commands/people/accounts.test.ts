import { hash } from "@node-rs/argon2";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { findLiveSession, listOwnSessions } from "@/lib/data/sessions";
import {
  Conflict,
  Forbidden,
  IdentityNotConfirmed,
  Invalid,
  NotFound,
  TooManyRequests,
} from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { isFreshlyAuthenticated } from "@/lib/policy/identity";
import { useDatabase } from "@/lib/testing/database";
import { eventKinds } from "@/lib/testing/events";
import { person, signedInLongAgo } from "@/lib/testing/people";
import { useSettings } from "@/lib/testing/settings";
import { changeName } from "./change-name";
import { changePassword } from "./change-password";
import { confirmIdentity } from "./confirm-identity";
import { endOtherSessions, endSession } from "./end-session";
import { inviteAdministrator } from "../specs/invite";
import { registerInvited } from "./register-invited";
import { registerPerson } from "./register-person";
import { signInWithPassword } from "./sign-in-with-password";
import { startSession, type StartSession } from "./start-session";

useDatabase();
useSettings({ SIGN_UP: "open" });

const PASSWORD = "seven quiet rivers";
const DAY_MS = 86_400_000;

let counter = 0;
const newcomer = () => {
  counter += 1;
  return { name: `Newcomer ${counter}`, email: `new-${counter}@example.org`, password: PASSWORD };
};
/** A network address that no other test uses. */
const network = () => `198.51.100.${(counter += 1)}`;

async function account() {
  const input = newcomer();
  const { id } = await registerPerson(input, network(), new Date());
  const actor: Actor = {
    id,
    isAdministrator: false,
    isSpecCreator: false,
    authenticatedAt: new Date(),
  };
  return { ...input, id, actor };
}
const session = (userId: string, more: Partial<StartSession> = {}) =>
  startSession({ userId, method: "password", device: "Firefox on Linux", ...more }, new Date());

describe("registerPerson", () => {
  it("makes an account whose password signs in", async () => {
    const input = newcomer();
    const { id } = await registerPerson(input, network(), new Date());
    expect(await signInWithPassword(input, network(), new Date())).toEqual({ userId: id });
    expect(await eventKinds({ subjectId: id })).toEqual(["person.registered"]);
    const row = await db().user.findUniqueOrThrow({ where: { id } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$/);
    expect(row).toMatchObject({ administratorSince: null, specCreatorSince: null });
  });

  it("says at the field when the address has an account, also to one of two at once", async () => {
    const input = newcomer();
    const results = await Promise.allSettled([
      registerPerson(input, network(), new Date()),
      registerPerson(input, network(), new Date()),
    ]);
    const lost = results.find((result) => result.status === "rejected");
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(lost?.reason).toBeInstanceOf(Conflict);
    expect(lost?.reason).toMatchObject({ fields: { email: expect.any(String) } });
  });

  it("is limited by network address", async () => {
    const from = network();
    const at = new Date();
    for (let made = 0; made < 10; made += 1) await registerPerson(newcomer(), from, at);
    await expect(registerPerson(newcomer(), from, at)).rejects.toThrow(TooManyRequests);
    await registerPerson(newcomer(), from, new Date(at.getTime() + 3_600_001));
  }, 60_000);
});

describe("registerInvited", () => {
  it("makes the account and takes up the invitation together, or neither", async () => {
    const administrator = await person({ administrator: true });
    const { secret } = await inviteAdministrator(administrator, { email: null }, new Date());
    const [first, second] = [newcomer(), newcomer()];
    const { id } = await registerInvited({ ...first, secret }, network(), new Date());
    expect(await eventKinds({ subjectId: id })).toEqual([
      "person.registered",
      "administrator.granted",
    ]);
    const late = registerInvited({ ...second, secret }, network(), new Date());
    await expect(late).rejects.toThrow(Conflict);
    expect(await db().user.count({ where: { email: second.email } })).toBe(0);
  });

  it("is not for an address that the invitation was not written for", async () => {
    const administrator = await person({ administrator: true });
    const email = "meant@example.org";
    const { secret } = await inviteAdministrator(administrator, { email }, new Date());
    const other = registerInvited({ ...newcomer(), secret }, network(), new Date());
    await expect(other).rejects.toThrow(Forbidden);
  });
});

describe("signInWithPassword", () => {
  it("says the same of an unknown address and of a wrong password", async () => {
    const { email } = await account();
    const refusal = (input: { email: string; password: string }) =>
      signInWithPassword(input, network(), new Date()).catch((error: unknown) => error);
    const wrong = await refusal({ email, password: "not the password" });
    const unknown = await refusal({ email: "nobody@example.org", password: PASSWORD });
    expect(wrong).toBeInstanceOf(Invalid);
    expect(unknown).toEqual(wrong);
  });

  it("never matches an account without a password", async () => {
    const { id } = await person();
    const { email } = await db().user.findUniqueOrThrow({ where: { id } });
    const input = { email: email ?? "", password: "anything at all" };
    await expect(signInWithPassword(input, network(), new Date())).rejects.toThrow(Invalid);
  });

  it("tells a suspended person only after the right password", async () => {
    const { id, email } = await account();
    await db().user.update({ where: { id }, data: { suspendedAt: new Date() } });
    const attempt = (password: string) =>
      signInWithPassword({ email, password }, network(), new Date());
    await expect(attempt("wrong password")).rejects.toThrow(Invalid);
    await expect(attempt(PASSWORD)).rejects.toThrow(Forbidden);
  });

  it("stops after eight wrong tries from one place, and opens again after a quarter of an hour", async () => {
    const { email, id } = await account();
    const from = network();
    const at = new Date("2026-05-04T10:00:00Z");
    const attempt = (password: string, place: string, when: Date) =>
      signInWithPassword({ email, password }, place, when);
    for (let tries = 0; tries < 8; tries += 1) {
      await expect(attempt("wrong", from, at)).rejects.toThrow(Invalid);
    }
    const ninth = attempt(PASSWORD, from, at);
    await expect(ninth).rejects.toThrow(TooManyRequests);
    await expect(ninth).rejects.toMatchObject({ retryAfterSeconds: 900 });
    // The owner, elsewhere, is not locked out by it.
    expect(await attempt(PASSWORD, network(), at)).toEqual({ userId: id });
    const after = new Date(at.getTime() + 15 * 60_000);
    expect(await attempt(PASSWORD, from, after)).toEqual({ userId: id });
  });

  it("counts failures, not successes", async () => {
    const { email } = await account();
    const from = network();
    for (let tries = 0; tries < 12; tries += 1) {
      await signInWithPassword({ email, password: PASSWORD }, from, new Date());
    }
  });

  it("keeps no address and no account in the table of attempts", async () => {
    const { email } = await account();
    const from = network();
    await signInWithPassword({ email, password: "x" }, from, new Date()).catch(() => {});
    const rows = JSON.stringify(await db().rateLimit.findMany());
    expect(rows).not.toContain(email);
    expect(rows).not.toContain(from);
  });

  it("renews a hash that was made with another cost", async () => {
    const { id, email } = await account();
    const old = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1 });
    await db().user.update({ where: { id }, data: { passwordHash: old } });
    await signInWithPassword({ email, password: PASSWORD }, network(), new Date());
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id } });
    expect(passwordHash).toMatch(/m=19456,t=2,p=1/);
    await signInWithPassword({ email, password: PASSWORD }, network(), new Date());
  });
});

describe("sessions", () => {
  it("are new at each sign-in and replace the one the browser had", async () => {
    const { id: userId, actor } = await account();
    const first = await session(userId);
    const second = await session(userId, { replaces: { sessionId: first.id, userId } });
    expect(second.id).not.toBe(first.id);
    const now = new Date();
    expect(await findLiveSession({ sessionId: first.id, userId }, now)).toBeNull();
    expect(await listOwnSessions(actor, second.id, now)).toMatchObject([
      { id: second.id, isCurrent: true, device: "Firefox on Linux" },
    ]);
  });

  it("carry who somebody is now, not who they were", async () => {
    const { id: userId } = await account();
    const { id: sessionId } = await session(userId);
    await db().user.update({ where: { id: userId }, data: { administratorSince: new Date() } });
    const live = await findLiveSession({ sessionId, userId }, new Date());
    expect(live?.actor).toMatchObject({ id: userId, isAdministrator: true });
  });

  it.each([
    [
      "ended",
      (id: string) => db().session.update({ where: { id }, data: { revokedAt: new Date() } }),
    ],
    [
      "run out",
      (id: string) => db().session.update({ where: { id }, data: { expiresAt: new Date() } }),
    ],
    ["gone", (id: string) => db().session.delete({ where: { id } })],
  ])("are nobody's once %s", async (_, end) => {
    const { id: userId } = await account();
    const { id: sessionId } = await session(userId);
    await end(sessionId);
    expect(await findLiveSession({ sessionId, userId }, new Date())).toBeNull();
  });

  it.each(["suspendedAt", "erasedAt"])("are nobody's once the person has %s", async (field) => {
    const { id: userId } = await account();
    const { id: sessionId } = await session(userId);
    await db().user.update({ where: { id: userId }, data: { [field]: new Date() } });
    expect(await findLiveSession({ sessionId, userId }, new Date())).toBeNull();
    await expect(session(userId)).rejects.toThrow(Forbidden);
  });

  it("belong to one person: another's id with them finds nobody", async () => {
    const [{ id: userId }, other] = [await account(), await account()];
    const { id: sessionId } = await session(userId);
    expect(await findLiveSession({ sessionId, userId: other.id }, new Date())).toBeNull();
  });

  it("end after thirty days, whatever one does", async () => {
    const { id: userId } = await account();
    const { id: sessionId } = await session(userId);
    const after = (days: number) => new Date(Date.now() + days * DAY_MS);
    expect(await findLiveSession({ sessionId, userId }, after(29.9))).not.toBeNull();
    expect(await findLiveSession({ sessionId, userId }, after(30.1))).toBeNull();
  });

  it("note when they were last seen, at most every five minutes", async () => {
    const { id: userId } = await account();
    const { id: sessionId } = await session(userId);
    const start = Date.now();
    const seen = async (minutes: number) => {
      await findLiveSession({ sessionId, userId }, new Date(start + minutes * 60_000));
      const row = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
      return Math.floor((row.lastSeenAt.getTime() - start + 30_000) / 60_000);
    };
    expect([await seen(4), await seen(6), await seen(10), await seen(12)]).toEqual([0, 6, 6, 12]);
  });

  it("are ended by their owner alone", async () => {
    const [mine, theirs] = [await account(), await account()];
    const { id: sessionId } = await session(mine.id);
    const stranger = endSession(theirs.actor, { sessionId }, new Date());
    await expect(stranger).rejects.toThrow(NotFound);
    await endSession(mine.actor, { sessionId }, new Date());
    await endSession(mine.actor, { sessionId }, new Date());
    expect(await findLiveSession({ sessionId, userId: mine.id }, new Date())).toBeNull();
    expect(await eventKinds({ subjectId: mine.id })).toEqual([
      "person.registered",
      "session.revoked",
    ]);
  });

  it("end everywhere else at once, and nobody else's", async () => {
    const [mine, theirs] = [await account(), await account()];
    const here = await session(mine.id);
    await Promise.all([session(mine.id), session(mine.id)]);
    const other = await session(theirs.id);
    expect(await endOtherSessions(mine.actor, here.id, new Date())).toEqual({ ended: 2 });
    const now = new Date();
    expect(await findLiveSession({ sessionId: here.id, userId: mine.id }, now)).not.toBeNull();
    expect(await findLiveSession({ sessionId: other.id, userId: theirs.id }, now)).not.toBeNull();
  });
});

describe("confirmIdentity", () => {
  it("makes this session fresh and no other", async () => {
    const { id: userId, actor } = await account();
    const long = new Date(Date.now() - DAY_MS);
    const [here, other] = [
      await session(userId, { authenticatedAt: long }),
      await session(userId, { authenticatedAt: long }),
    ];
    await confirmIdentity(actor, here.id, { password: PASSWORD }, new Date());
    const fresh = async (sessionId: string) => {
      const live = await findLiveSession({ sessionId, userId }, new Date());
      return live && isFreshlyAuthenticated(live.actor.authenticatedAt, new Date());
    };
    expect([await fresh(here.id), await fresh(other.id)]).toEqual([true, false]);
  });

  it("refuses a wrong password, somebody else's session, and endless tries", async () => {
    const [mine, theirs] = [await account(), await account()];
    const long = new Date(Date.now() - DAY_MS);
    const other = await session(theirs.id, { authenticatedAt: long });
    await confirmIdentity(mine.actor, other.id, { password: PASSWORD }, new Date());
    const row = await db().session.findUniqueOrThrow({ where: { id: other.id } });
    expect(row.authenticatedAt).toEqual(long);
    const wrong = () => confirmIdentity(mine.actor, other.id, { password: "wrong" }, new Date());
    for (let tries = 0; tries < 8; tries += 1) await expect(wrong()).rejects.toThrow(Invalid);
    await expect(wrong()).rejects.toThrow(TooManyRequests);
  });
});

describe("changePassword", () => {
  const NEXT = "eight loud mountains";

  it("needs the current one, ends other sessions, and the old one is worth nothing", async () => {
    const { id, email, actor } = await account();
    const [here, other] = [await session(id), await session(id)];
    const wrong = { currentPassword: "wrong", password: NEXT };
    const refused = changePassword(actor, here.id, wrong, new Date());
    await expect(refused).rejects.toMatchObject({
      fields: { currentPassword: expect.any(String) },
    });
    const right = { currentPassword: PASSWORD, password: NEXT };
    expect(await changePassword(actor, here.id, right, new Date())).toEqual({ ended: 1 });
    const now = new Date();
    expect(await findLiveSession({ sessionId: here.id, userId: id }, now)).not.toBeNull();
    expect(await findLiveSession({ sessionId: other.id, userId: id }, now)).toBeNull();
    const old = signInWithPassword({ email, password: PASSWORD }, network(), now);
    await expect(old).rejects.toThrow(Invalid);
    await signInWithPassword({ email, password: NEXT }, network(), now);
  });

  it("sets a first one only with a fresh proof of identity", async () => {
    const actor = await person();
    const here = await session(actor.id);
    const first = { currentPassword: "", password: NEXT };
    const stale = changePassword(signedInLongAgo(actor), here.id, first, new Date());
    await expect(stale).rejects.toThrow(IdentityNotConfirmed);
    await changePassword(actor, here.id, first, new Date());
    expect(await eventKinds({ subjectId: actor.id })).toEqual(["person.password_changed"]);
  });
});

describe("changeName", () => {
  it("is recorded without either name, and only when it changed", async () => {
    const { actor, name } = await account();
    await changeName(actor, { name });
    await changeName(actor, { name: "Ines Roca" });
    const events = await db().auditEvent.findMany({ where: { subjectId: actor.id } });
    expect(events.map(({ kind }) => kind)).toEqual(["person.registered", "person.renamed"]);
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toMatch(/Ines|Newcomer/);
  });
});
