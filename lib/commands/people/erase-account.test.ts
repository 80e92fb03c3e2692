import { beforeEach, describe, expect, it } from "vitest";
import { listAuditEvents } from "@/lib/data/audit-log";
import { db } from "@/lib/data/db";
import { getOwnData } from "@/lib/data/own-data";
import { findLiveSession } from "@/lib/data/sessions";
import { verifyAuditChain } from "@/lib/data/verify-audit";
import { Conflict, Forbidden, IdentityNotConfirmed, Invalid } from "@/lib/errors";
import { useDatabase } from "@/lib/testing/database";
import { member, person, signedInLongAgo } from "@/lib/testing/people";
import { acceptInvitation } from "../specs/accept-invitation";
import { archiveSpec } from "../specs/archive-spec";
import { changeName } from "./change-name";
import { CreateSpec, createSpec } from "../specs/create-spec";
import { eraseAccount, FORMER_NAME } from "./erase-account";
import { inviteMember } from "../specs/invite";
import { startSession } from "./start-session";

useDatabase();

beforeEach(() => db().user.updateMany({ data: { administratorSince: null } }));

const NAME = "Ines Roca";
const erase = (actor: Parameters<typeof eraseAccount>[0], confirmation = NAME) =>
  eraseAccount(actor, { confirmation, comments: "keep" }, new Date());

let counter = 0;
async function specOf(actor: Parameters<typeof createSpec>[0], title = "Gentle refusals") {
  counter += 1;
  const slug = `gentle-refusals-${counter}`;
  return createSpec({ ...actor, isSpecCreator: true }, CreateSpec.parse({ title, slug }));
}

describe("eraseAccount", () => {
  it("leaves nothing that names the person, and the audit chain whole", async () => {
    const actor = await person({ name: NAME });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: actor.id } });
    const { id: specId } = await specOf(actor);
    await member(specId, "publisher");
    await changeName(actor, { name: NAME });
    const session = await startSession(
      { userId: actor.id, method: "password", device: "" },
      new Date(),
    );
    await db().account.create({
      data: { userId: actor.id, type: "oidc", provider: "openid", providerAccountId: "sub-1" },
    });
    await erase(actor);

    const row = await db().user.findUniqueOrThrow({
      where: { id: actor.id },
      include: { accounts: true, sessions: true, memberships: true },
    });
    expect(row).toMatchObject({
      name: FORMER_NAME,
      email: null,
      passwordHash: null,
      administratorSince: null,
      accounts: [],
      sessions: [],
      memberships: [],
    });
    const ids = { sessionId: session.id, userId: actor.id };
    expect(await findLiveSession(ids, new Date())).toBeNull();
    const rest = JSON.stringify([
      await db().user.findMany(),
      await db().invitation.findMany(),
      (await db().auditEvent.findMany()).map(({ payload }) => payload),
    ]);
    expect(rest).not.toContain(NAME);
    expect(rest).not.toContain(email);
    expect((await verifyAuditChain()).faults).toEqual([]);
    const events = await listAuditEvents(await person({ administrator: true }));
    expect(events.find(({ kind }) => kind === "person.erased")?.actor).toEqual({
      id: actor.id,
      name: null,
    });
  });

  it("wants one's own name typed, and a fresh proof of identity", async () => {
    const actor = await person({ name: NAME });
    await expect(erase(actor, "ines roca")).rejects.toThrow(Invalid);
    await expect(erase(signedInLongAgo(actor))).rejects.toThrow(IdentityNotConfirmed);
    expect(await db().user.count({ where: { id: actor.id, erasedAt: null } })).toBe(1);
  });

  it("happens once", async () => {
    const actor = await person({ name: NAME });
    await erase(actor);
    await expect(erase(actor, FORMER_NAME)).rejects.toThrow(Forbidden);
  });

  it("does not take the last administrator", async () => {
    const actor = await person({ name: NAME, administrator: true });
    await expect(erase(actor)).rejects.toThrow(/only administrator/);
    await person({ administrator: true });
    await erase(actor);
  });

  it("does not take the last publisher of a living spec, and names the specs", async () => {
    const actor = await person({ name: NAME });
    const { id: specId } = await specOf(actor, "Careful words");
    await expect(erase(actor)).rejects.toThrow(/only publisher of “Careful words”/);
    await archiveSpec(actor, { specId }, new Date());
    await erase(actor);
  });

  it("leaves one publisher when two go at once", async () => {
    const actor = await person({ name: NAME });
    const { id: specId } = await specOf(actor);
    const second = await member(specId, "publisher");
    await db().user.update({ where: { id: second.id }, data: { name: NAME } });
    const results = await Promise.allSettled([erase(actor), erase(second)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().member.count({ where: { specId, role: "publisher" } })).toBe(1);
  });

  it("ends the invitations that the person wrote and those written to them", async () => {
    const actor = await person({ name: NAME });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: actor.id } });
    const { id: specId } = await specOf(actor);
    const second = await member(specId, "publisher");
    const invite = (by: typeof actor, to: string | null) =>
      inviteMember(by, { specId, role: "reader", email: to }, new Date());
    const [theirs, toThem] = [await invite(actor, null), await invite(second, email)];
    await erase(actor);
    const late = acceptInvitation(await person(), { secret: theirs.secret }, new Date());
    await expect(late).rejects.toThrow(Conflict);
    const row = await db().invitation.findUniqueOrThrow({ where: { id: toThem.id } });
    expect(row).toMatchObject({ email: null, revokedAt: expect.any(Date) });
  });
});

describe("own data", () => {
  it("holds every row that names the person, and no secret", async () => {
    const actor = await person({ name: NAME });
    await db().user.update({ where: { id: actor.id }, data: { passwordHash: "argon2-hash" } });
    const { id: specId } = await specOf(actor);
    const input = { specId, role: "reader", email: null } as const;
    await inviteMember(actor, input, new Date());
    await startSession({ userId: actor.id, method: "password", device: "Edge" }, new Date());
    const data = await getOwnData(actor);
    expect(data.profile).toMatchObject({ name: NAME });
    expect(data.sessions).toMatchObject([{ device: "Edge" }]);
    expect(data.memberships).toMatchObject([{ specId, role: "publisher" }]);
    expect(data.invitations).toHaveLength(1);
    const counted = await db().auditEvent.count({
      where: { OR: [{ actorId: actor.id }, { subjectId: actor.id }] },
    });
    expect(data.auditEvents).toHaveLength(counted);
    expect(JSON.stringify(data)).not.toMatch(/argon2-hash|tokenHash|passwordHash/);
  });

  it("holds nothing of anybody else", async () => {
    const [mine, theirs] = [await person({ name: NAME }), await person({ name: "Somebody Else" })];
    await startSession({ userId: theirs.id, method: "password", device: "" }, new Date());
    const text = JSON.stringify(await getOwnData(mine));
    expect(text).not.toContain(theirs.id);
    expect(text).not.toContain("Somebody Else");
  });
});
