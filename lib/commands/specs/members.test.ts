import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { listOpenInvitations } from "@/lib/data/invitations";
import { verifyAuditChain } from "@/lib/data/verify-audit";
import { Conflict, Forbidden, IdentityNotConfirmed, NotFound } from "@/lib/errors";
import { ROLES, type Role } from "@/lib/policy/role";
import { useDatabase } from "@/lib/testing/database";
import { eventKinds } from "@/lib/testing/events";
import { member, person, signedInLongAgo } from "@/lib/testing/people";
import { acceptInvitation } from "./accept-invitation";
import { changeRole } from "./change-role";
import { CreateSpec, createSpec } from "./create-spec";
import { firstAdministratorLink } from "../people/first-administrator";
import { inviteAdministrator, inviteMember } from "./invite";
import { removeMember } from "./remove-member";
import { revokeInvitation } from "./revoke-invitation";

useDatabase();

const DAY_MS = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

let counter = 0;
async function newSpec() {
  const publisher = await person({ specCreator: true });
  counter += 1;
  const input = CreateSpec.parse({ title: "Kind answers", slug: `kind-answers-${counter}` });
  return { publisher, ...(await createSpec(publisher, input)) };
}
const roleOf = async (specId: string, userId: string) =>
  (await db().member.findUnique({ where: { specId_userId: { specId, userId } } }))?.role ?? null;

describe("inviteMember and acceptInvitation", () => {
  it("bring somebody into the spec with the role", async () => {
    const { publisher, id: specId, slug } = await newSpec();
    const guest = await person();
    const input = { specId, role: "editor", email: null } as const;
    const { secret } = await inviteMember(publisher, input, new Date());
    expect(await acceptInvitation(guest, { secret }, new Date())).toEqual({ slug });
    expect(await roleOf(specId, guest.id)).toBe("editor");
    expect(await eventKinds({ specId })).toEqual([
      "spec.created",
      "invitation.created",
      "invitation.accepted",
      "member.added",
    ]);
  });

  it("keep no secret", async () => {
    const { publisher, id: specId } = await newSpec();
    const input = { specId, role: "reader", email: null } as const;
    const { id, secret } = await inviteMember(publisher, input, new Date());
    const row = await db().invitation.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it.each(ROLES.filter((role) => role !== "publisher"))(
    "are not for a %s to start",
    async (role) => {
      const { id: specId } = await newSpec();
      const actor = await member(specId, role);
      const input = { specId, role: "reader", email: null } as const;
      await expect(inviteMember(actor, input, new Date())).rejects.toThrow(Forbidden);
    },
  );

  it("look like nothing to a stranger", async () => {
    const { id: specId } = await newSpec();
    const input = { specId, role: "reader", email: null } as const;
    await expect(inviteMember(await person(), input, new Date())).rejects.toThrow(NotFound);
  });

  it("need a fresh proof of identity", async () => {
    const { publisher, id: specId } = await newSpec();
    const input = { specId, role: "reader", email: null } as const;
    const stale = inviteMember(signedInLongAgo(publisher), input, new Date());
    await expect(stale).rejects.toThrow(IdentityNotConfirmed);
  });

  it("let in one of two who follow the same link", async () => {
    const { publisher, id: specId } = await newSpec();
    const input = { specId, role: "reader", email: null } as const;
    const { secret } = await inviteMember(publisher, input, new Date());
    const guests = await Promise.all([person(), person()]);
    const results = await Promise.allSettled(
      guests.map((guest) => acceptInvitation(guest, { secret }, new Date())),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")?.reason).toBeInstanceOf(Conflict);
    expect(await db().member.count({ where: { specId } })).toBe(2);
  });

  it("end after fourteen days", async () => {
    const { publisher, id: specId } = await newSpec();
    const input = { specId, role: "reader", email: null } as const;
    const { secret } = await inviteMember(publisher, input, new Date());
    expect(await listOpenInvitations(publisher, specId, later(13.9))).toHaveLength(1);
    expect(await listOpenInvitations(publisher, specId, later(14.1))).toHaveLength(0);
    const late = acceptInvitation(await person(), { secret }, later(14.1));
    await expect(late).rejects.toThrow(Conflict);
  });

  it("are only for the address they were written for", async () => {
    const { publisher, id: specId } = await newSpec();
    const guest = await person();
    const { email } = await db().user.findUniqueOrThrow({ where: { id: guest.id } });
    const input = { specId, role: "reader", email } as const;
    const { secret } = await inviteMember(publisher, input, new Date());
    const other = acceptInvitation(await person(), { secret }, new Date());
    await expect(other).rejects.toThrow(Forbidden);
    await acceptInvitation(guest, { secret }, new Date());
    expect(await roleOf(specId, guest.id)).toBe("reader");
  });

  it("never lower a role", async () => {
    const { publisher, id: specId } = await newSpec();
    const reviewer = await member(specId, "reviewer");
    const input = { specId, role: "reader", email: null } as const;
    const { secret } = await inviteMember(publisher, input, new Date());
    await acceptInvitation(reviewer, { secret }, new Date());
    expect(await roleOf(specId, reviewer.id)).toBe("reviewer");
  });

  it("answer a link that never was as not found", async () => {
    const secret = "x".repeat(43);
    await expect(acceptInvitation(await person(), { secret }, new Date())).rejects.toThrow(
      NotFound,
    );
  });
});

describe("revokeInvitation", () => {
  it("makes the link worthless, and twice is once", async () => {
    const { publisher, id: specId } = await newSpec();
    const input = { specId, role: "reader", email: null } as const;
    const { id: invitationId, secret } = await inviteMember(publisher, input, new Date());
    await revokeInvitation(publisher, { invitationId }, new Date());
    await revokeInvitation(publisher, { invitationId }, new Date());
    const late = acceptInvitation(await person(), { secret }, new Date());
    await expect(late).rejects.toThrow(Conflict);
    const revocations = (await eventKinds({ specId })).filter((kind) => kind.endsWith("revoked"));
    expect(revocations).toHaveLength(1);
  });

  it("is not for members who may not invite, nor for strangers", async () => {
    const { publisher, id: specId } = await newSpec();
    const input = { specId, role: "reader", email: null } as const;
    const { id: invitationId } = await inviteMember(publisher, input, new Date());
    const reviewer = await member(specId, "reviewer");
    const revoke = (actor: typeof reviewer) =>
      revokeInvitation(actor, { invitationId }, new Date());
    await expect(revoke(reviewer)).rejects.toThrow(Forbidden);
    await expect(revoke(await person())).rejects.toThrow(NotFound);
  });

  it("comes too late for one that was accepted", async () => {
    const { publisher, id: specId } = await newSpec();
    const input = { specId, role: "reader", email: null } as const;
    const { id: invitationId, secret } = await inviteMember(publisher, input, new Date());
    await acceptInvitation(await person(), { secret }, new Date());
    const late = revokeInvitation(publisher, { invitationId }, new Date());
    await expect(late).rejects.toThrow(Conflict);
  });
});

describe("changeRole", () => {
  const change = (
    actor: Awaited<ReturnType<typeof person>>,
    specId: string,
    userId: string,
    role: Role,
  ) => changeRole(actor, { specId, userId, role }, new Date());

  it("holds from then on and is recorded", async () => {
    const { publisher, id: specId } = await newSpec();
    const editor = await member(specId, "editor");
    await change(publisher, specId, editor.id, "reviewer");
    expect(await roleOf(specId, editor.id)).toBe("reviewer");
    expect(await eventKinds({ subjectId: editor.id })).toEqual(["member.role_changed"]);
  });

  it("is never for oneself, nor for members below publisher, nor for strangers", async () => {
    const { publisher, id: specId } = await newSpec();
    const reviewer = await member(specId, "reviewer");
    await member(specId, "publisher");
    await expect(change(publisher, specId, publisher.id, "reader")).rejects.toThrow(Forbidden);
    await expect(change(reviewer, specId, reviewer.id, "publisher")).rejects.toThrow(Forbidden);
    await expect(change(reviewer, specId, publisher.id, "reader")).rejects.toThrow(Forbidden);
    await expect(change(await person(), specId, reviewer.id, "reader")).rejects.toThrow(NotFound);
  });

  it("needs a fresh proof of identity", async () => {
    const { publisher, id: specId } = await newSpec();
    const editor = await member(specId, "editor");
    const stale = change(signedInLongAgo(publisher), specId, editor.id, "reader");
    await expect(stale).rejects.toThrow(IdentityNotConfirmed);
  });

  it("leaves a publisher, also when two demote each other at once", async () => {
    const { publisher, id: specId } = await newSpec();
    const second = await member(specId, "publisher");
    const results = await Promise.allSettled([
      change(publisher, specId, second.id, "editor"),
      change(second, specId, publisher.id, "editor"),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().member.count({ where: { specId, role: "publisher" } })).toBe(1);
  });
});

describe("removeMember", () => {
  const remove = (actor: Awaited<ReturnType<typeof person>>, specId: string, userId: string) =>
    removeMember(actor, { specId, userId }, new Date());

  it("takes somebody out, and lets people leave by themselves", async () => {
    const { publisher, id: specId } = await newSpec();
    const [editor, reader] = [await member(specId, "editor"), await member(specId, "reader")];
    await remove(publisher, specId, editor.id);
    await remove(signedInLongAgo(reader), specId, reader.id);
    expect(await db().member.count({ where: { specId } })).toBe(1);
  });

  it("is not for members below publisher, nor for strangers", async () => {
    const { id: specId } = await newSpec();
    const [editor, reviewer] = [await member(specId, "editor"), await member(specId, "reviewer")];
    await expect(remove(reviewer, specId, editor.id)).rejects.toThrow(Forbidden);
    await expect(remove(await person(), specId, editor.id)).rejects.toThrow(NotFound);
  });

  it("does not let the last publisher go", async () => {
    const { publisher, id: specId } = await newSpec();
    const administrator = await person({ administrator: true });
    await expect(remove(publisher, specId, publisher.id)).rejects.toThrow(Conflict);
    await expect(remove(administrator, specId, publisher.id)).rejects.toThrow(Conflict);
  });
});

describe("administrators", () => {
  it("are invited by administrators alone, with a fresh proof of identity", async () => {
    const administrator = await person({ administrator: true });
    const invite = (actor: typeof administrator) =>
      inviteAdministrator(actor, { email: null }, new Date());
    await expect(invite(await person())).rejects.toThrow(Forbidden);
    await expect(invite(signedInLongAgo(administrator))).rejects.toThrow(IdentityNotConfirmed);
    const guest = await person();
    const { secret } = await invite(administrator);
    expect(await acceptInvitation(guest, { secret }, new Date())).toEqual({ slug: null });
    expect(await eventKinds({ subjectId: guest.id })).toEqual(["administrator.granted"]);
  });

  it("begin with a link that only a new installation gives, the newest of which counts", async () => {
    await db().user.updateMany({ data: { administratorSince: null } });
    const [old, link] = [await firstAdministratorLink(), await firstAdministratorLink()];
    const secretOf = (path: string | null) => ({ secret: path?.split("/").at(-1) ?? "" });
    const first = await person();
    await expect(acceptInvitation(first, secretOf(old), new Date())).rejects.toThrow(Conflict);
    await acceptInvitation(first, secretOf(link), new Date());
    expect(await firstAdministratorLink()).toBeNull();
  });
});

it("all of it leaves a whole audit chain without names or addresses", async () => {
  expect((await verifyAuditChain()).faults).toEqual([]);
  const payloads = JSON.stringify((await db().auditEvent.findMany()).map(({ payload }) => payload));
  expect(payloads).not.toMatch(/@|Person \d/);
});
