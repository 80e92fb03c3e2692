import { describe, expect, it } from "vitest";
import { changeRole } from "@/lib/commands/specs/change-role";
import { endSession } from "@/lib/commands/people/end-session";
import { removeMember } from "@/lib/commands/specs/remove-member";
import { db } from "@/lib/data/db";
import { clause, spec } from "@/lib/spec/builders";
import { member } from "@/lib/testing/people";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();
const aSpec = () => newSpec(spec(clause("honest", "Be honest", "Say what is true.")));

describe("somebody whose access changes while they are there", () => {
  it("is sent away at once when they are removed", async () => {
    const { specId, author } = await aSpec();
    const who = await member(specId, "editor");
    const editor = await sync.open(who, specId);
    await editor.saved();
    await removeMember(author, { specId, userId: who.id }, new Date());
    expect(await editor.hears("refusal")).toMatchObject({ code: "no-access" });
    await editor.closed(4403);
  });

  it("is sent away when their session ends", async () => {
    const { specId } = await aSpec();
    const who = await member(specId, "editor");
    const editor = await sync.open(who, specId);
    await editor.saved();
    const session = await db().session.findFirstOrThrow({ where: { userId: who.id } });
    await endSession(who, { sessionId: session.id }, new Date());
    await editor.closed(4401);
  });

  it("goes on reading when they may no longer write, and what they write is not taken", async () => {
    const { specId, author } = await aSpec();
    const who = await member(specId, "editor");
    const [writer, editor] = [await sync.open(author, specId), await sync.open(who, specId)];
    await Promise.all([writer.saved(), editor.saved()]);
    await changeRole(author, { specId, userId: who.id, role: "reader" }, new Date());
    await editor.hears("access", ({ canWrite }) => !canWrite);
    writer.type(1, "Still read. ");
    await editor.shows("Still read. ");
    editor.type(1, "Too late. ");
    expect(await editor.hears("refusal")).toMatchObject({ code: "read-only" });
    expect(writer.text()).not.toContain("Too late.");
    // What was under way when the role changed is no offence.
    expect(
      await db().auditEvent.count({ where: { kind: "draft.write_refused", actorId: who.id } }),
    ).toBe(0);
  });

  it("may write as soon as they are given the role", async () => {
    const { specId, author } = await aSpec();
    const who = await member(specId, "reader");
    const [writer, reader] = [await sync.open(author, specId), await sync.open(who, specId)];
    await Promise.all([writer.saved(), reader.saved()]);
    await changeRole(author, { specId, userId: who.id, role: "editor" }, new Date());
    await reader.hears("access", ({ canWrite }) => canWrite);
    reader.type(1, "Now I may. ");
    await Promise.all([reader.saved(), writer.shows("Now I may. ")]);
  });
});
