import { canonicalHash, type Json } from "@/lib/spec/canonical-json";
import type { Transaction } from "./transaction";

/** The hash that the first event of a chain builds on. */
export const GENESIS_HASH = "0".repeat(64);

// Held from reading the newest event to the commit, so that the sequence has no gap and no fork.
const AUDIT_LOCK = 4_207_001;

export interface AuditEntry {
  /** Past tense, such as "member.added". */
  readonly kind: AuditKind;
  /** Who did it; null for the installation itself. */
  readonly actorId: string | null;
  /** Whom it was done to. */
  readonly subjectId?: string;
  readonly specId?: string;
  /** Facts about the change. Never a name, an address or text of a spec: this row is for ever. */
  readonly payload?: { readonly [key: string]: Json };
}

export type AuditKind =
  | "appeal.decided"
  | "appeal.opened"
  | "comment.approved"
  | "comment.edited"
  | "comment.hidden"
  | "comment.posted"
  | "comment.redacted"
  | "comment.reported"
  | "comment.restored"
  | "comment.withdrawn"
  | "consultation.announced"
  | "consultation.called_off"
  | "feedback.settings_changed"
  | "placement.decided"
  | "thread.assigned"
  | "thread.merged"
  | "thread.opened"
  | "thread.reopened"
  | "thread.settled"
  | "administrator.granted"
  | "administrator.withdrawn"
  | "approval.given"
  | "approval.retracted"
  | "candidate.made"
  | "candidate.published"
  | "candidate.replaced"
  | "candidate.withdrawn"
  | "change.marked_editorial"
  | "draft.renewed"
  | "draft.write_refused"
  | "invitation.accepted"
  | "invitation.created"
  | "invitation.revoked"
  | "levels.changed"
  | "lint_rules.changed"
  | "member.added"
  | "member.removed"
  | "member.role_changed"
  | "objection.dismissed"
  | "objection.lifted"
  | "objection.raised"
  | "override.asked"
  | "override.confirmed"
  | "person.email_confirmed"
  | "person.erased"
  | "person.identity_linked"
  | "person.password_changed"
  | "person.password_removed"
  | "person.registered"
  | "person.reinstated"
  | "person.renamed"
  | "person.suspended"
  | "publishing.cancelled"
  | "publishing.missed"
  | "publishing.scheduled"
  | "release.corrected"
  | "release.imported"
  | "release.published"
  | "release.withdrawn"
  | "review_rules.changed"
  | "reviewer.asked"
  | "suggestion.applied"
  | "session.revoked"
  | "spec.archived"
  | "spec.created"
  | "spec.imported"
  | "spec.renamed"
  | "spec.restored"
  | "spec_creation.granted"
  | "spec_creation.withdrawn";

/** The part of an event that its hash covers, besides the hash of the event before it. */
export interface HashedEvent {
  seq: bigint;
  at: Date;
  kind: string;
  actorId: string | null;
  subjectId: string | null;
  specId: string | null;
  payload: unknown;
}

/**
 * Appends an event to the audit log, inside the transaction of the change that it records.
 *
 * @throws When the log cannot be written; the change must then not happen either.
 */
export async function recordEvent(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK}::bigint)::text`;
  // The clock is read after the lock is held, so times follow the sequence. It is the database's
  // clock, cut to milliseconds: what is hashed must be what is stored.
  const [clock] = await tx.$queryRaw<
    { at: Date }[]
  >`SELECT date_trunc('milliseconds', clock_timestamp()) AS at`;
  if (!clock) throw new Error("The database did not tell the time.");
  const last = await tx.auditEvent.findFirst({
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true, at: true },
  });
  const event: HashedEvent = {
    seq: (last?.seq ?? 0n) + 1n,
    // A clock that was set back must not make the log look reordered.
    at: last && last.at > clock.at ? last.at : clock.at,
    kind: entry.kind,
    actorId: entry.actorId,
    subjectId: entry.subjectId ?? null,
    specId: entry.specId ?? null,
    payload: entry.payload ?? {},
  };
  const previousHash = last?.hash ?? GENESIS_HASH;
  await tx.auditEvent.create({
    data: {
      ...event,
      payload: { ...entry.payload },
      previousHash,
      hash: await eventHash(previousHash, event),
    },
  });
}

/** Lower-case hex SHA-256 over the previous hash and the event in canonical form (QUALITY A10). */
export function eventHash(previousHash: string, event: HashedEvent): Promise<string> {
  return canonicalHash({
    previousHash,
    seq: event.seq.toString(),
    at: event.at.toISOString(),
    kind: event.kind,
    actorId: event.actorId,
    subjectId: event.subjectId,
    specId: event.specId,
    payload: event.payload,
  });
}
