import { Forbidden } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canSeeAudit } from "@/lib/policy/person";
import { db } from "./db";
import { findNames } from "./people";

/** An event with the names of those in it who are still here. */
export interface AuditEventView {
  seq: bigint;
  at: Date;
  kind: string;
  actor: { id: string; name: string | null } | null;
  subject: { id: string; name: string | null } | null;
  spec: { id: string; title: string | null } | null;
  payload: unknown;
  hash: string;
}

export const EVENTS_PER_PAGE = 50;

/**
 * One page of the audit log, newest first, for administrators.
 *
 * @param before Only events with a smaller number than this one.
 * @throws Forbidden for everybody else.
 */
export async function listAuditEvents(actor: Actor, before?: bigint): Promise<AuditEventView[]> {
  if (!canSeeAudit(actor)) throw new Forbidden("see the audit log", "Ask an administrator.");
  const events = await db().auditEvent.findMany({
    where: before === undefined ? {} : { seq: { lt: before } },
    orderBy: { seq: "desc" },
    take: EVENTS_PER_PAGE,
  });
  const names = await findNames(
    events.flatMap((event) => [event.actorId, event.subjectId].flatMap((id) => id ?? [])),
  );
  const specs = await db().spec.findMany({
    where: { id: { in: [...new Set(events.flatMap(({ specId }) => specId ?? []))] } },
    select: { id: true, title: true },
  });
  const titles = new Map(specs.map(({ id, title }) => [id, title]));
  const person = (id: string | null) => (id ? { id, name: names.get(id) ?? null } : null);
  return events.map(({ seq, at, kind, actorId, subjectId, specId, payload, hash }) => ({
    seq,
    at,
    kind,
    actor: person(actorId),
    subject: person(subjectId),
    spec: specId ? { id: specId, title: titles.get(specId) ?? null } : null,
    payload,
    hash,
  }));
}
