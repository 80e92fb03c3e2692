import { beforeEach, describe, expect, it } from "vitest";
import { listAuditEvents } from "@/lib/data/audit-log";
import { db } from "@/lib/data/db";
import { listAdministratorInvitations } from "@/lib/data/invitations";
import { listPeople } from "@/lib/data/people";
import { findLiveSession } from "@/lib/data/sessions";
import { Conflict, Forbidden, IdentityNotConfirmed } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { useDatabase } from "@/lib/testing/database";
import { eventKinds } from "@/lib/testing/events";
import { person, signedInLongAgo } from "@/lib/testing/people";
import { acceptInvitation } from "../specs/accept-invitation";
import { grantAdministrator, withdrawAdministrator } from "./change-office";
import { changeSpecCreation } from "./change-spec-creation";
import { inviteAdministrator } from "../specs/invite";
import { startSession } from "./start-session";
import { reinstatePerson, suspendPerson } from "./suspend-person";

useDatabase();

// Rules about the last administrator need to know how many there are.
beforeEach(() => db().user.updateMany({ data: { administratorSince: null } }));

type Step = (actor: Actor, input: { userId: string }, at: Date) => Promise<void>;
const STEPS: [name: string, step: Step][] = [
  ["suspend", suspendPerson],
  ["reinstate", reinstatePerson],
  ["make administrator", grantAdministrator],
  ["take the office from", withdrawAdministrator],
  [
    "let create specs",
    (actor, input, at) => changeSpecCreation(actor, { ...input, allowed: true }, at),
  ],
];

describe.each(STEPS)("to %s somebody", (name, step) => {
  it("is for administrators alone", async () => {
    const other = await person();
    for (const actor of [await person(), await person({ specCreator: true })]) {
      await expect(step(actor, { userId: other.id }, new Date())).rejects.toThrow(Forbidden);
    }
  });

  it("needs a fresh proof of identity", async () => {
    const stale = signedInLongAgo(await person({ administrator: true }));
    const other = await person();
    const attempt = step(stale, { userId: other.id }, new Date());
    await expect(attempt).rejects.toThrow(IdentityNotConfirmed);
  });

  it("twice is once", async () => {
    const administrator = await person({ administrator: true });
    const other = await person();
    if (name === "reinstate") await suspendPerson(administrator, { userId: other.id }, new Date());
    if (name === "take the office from") {
      await grantAdministrator(administrator, { userId: other.id }, new Date());
    }
    await step(administrator, { userId: other.id }, new Date());
    const once = await eventKinds({ subjectId: other.id });
    await step(administrator, { userId: other.id }, new Date());
    expect(await eventKinds({ subjectId: other.id })).toEqual(once);
  });
});

describe("administrators", () => {
  it("do nothing to themselves", async () => {
    const actor = await person({ administrator: true });
    for (const step of [suspendPerson, grantAdministrator, withdrawAdministrator]) {
      await expect(step(actor, { userId: actor.id }, new Date())).rejects.toThrow(Forbidden);
    }
  });

  it.each([
    ["suspend", suspendPerson],
    ["take the office from", withdrawAdministrator],
  ])("who %s each other at once leave one who can act", async (_, step) => {
    const [a, b] = [await person({ administrator: true }), await person({ administrator: true })];
    const results = await Promise.allSettled([
      step(a, { userId: b.id }, new Date()),
      step(b, { userId: a.id }, new Date()),
    ]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Conflict);
    const active = { administratorSince: { not: null }, suspendedAt: null };
    expect(await db().user.count({ where: active })).toBe(1);
  });

  it("who lose the office lose the links to it that they wrote", async () => {
    const [a, b] = [await person({ administrator: true }), await person({ administrator: true })];
    const { secret } = await inviteAdministrator(b, { email: null }, new Date());
    await withdrawAdministrator(a, { userId: b.id }, new Date());
    expect(await listAdministratorInvitations(a, new Date())).toEqual([]);
    const late = acceptInvitation(await person(), { secret }, new Date());
    await expect(late).rejects.toThrow(Conflict);
  });
});

describe("a suspension", () => {
  it("holds at the next request, and reinstating gives back what was there", async () => {
    const administrator = await person({ administrator: true });
    const other = await person({ specCreator: true });
    const session = await startSession(
      { userId: other.id, method: "password", device: "" },
      new Date(),
    );
    const ids = { sessionId: session.id, userId: other.id };
    expect(await findLiveSession(ids, new Date())).not.toBeNull();
    await suspendPerson(administrator, { userId: other.id }, new Date());
    expect(await findLiveSession(ids, new Date())).toBeNull();
    await reinstatePerson(administrator, { userId: other.id }, new Date());
    // The old session stays ended; a new sign-in finds everything as it was.
    expect(await findLiveSession(ids, new Date())).toBeNull();
    const { people } = await listPeople(administrator, {});
    expect(people.find(({ id }) => id === other.id)).toMatchObject({
      isSpecCreator: true,
      suspendedAt: null,
    });
  });
});

describe("reads for administrators", () => {
  it("are closed to everybody else", async () => {
    const actor = await person({ specCreator: true });
    await expect(listPeople(actor, {})).rejects.toThrow(Forbidden);
    await expect(listAuditEvents(actor)).rejects.toThrow(Forbidden);
    await expect(listAdministratorInvitations(actor, new Date())).rejects.toThrow(Forbidden);
  });

  it("find people by a part of their name or address, page by page", async () => {
    const administrator = await person({ administrator: true });
    const marta = await person({ name: "Marta Ñandú" });
    await db().user.update({ where: { id: marta.id }, data: { email: "m.nandu@example.org" } });
    for (const words of ["Ñandú", "marta", "NANDU@"]) {
      const { people, total } = await listPeople(administrator, { words });
      expect({ ids: people.map(({ id }) => id), total }).toEqual({ ids: [marta.id], total: 1 });
    }
    const { people, total } = await listPeople(administrator, { page: 1_000 });
    expect(people).toEqual([]);
    expect(total).toBeGreaterThan(1);
  });

  it("show the audit log newest first, with the names of those still here", async () => {
    const administrator = await person({ administrator: true, name: "Ada" });
    const other = await person({ name: "Bo" });
    await suspendPerson(administrator, { userId: other.id }, new Date());
    const [newest, before] = await listAuditEvents(administrator);
    expect(newest).toMatchObject({
      kind: "person.suspended",
      actor: { id: administrator.id, name: "Ada" },
      subject: { id: other.id, name: "Bo" },
    });
    const [next] = await listAuditEvents(administrator, newest?.seq);
    expect(next?.seq).toBe(before?.seq);
  });
});
