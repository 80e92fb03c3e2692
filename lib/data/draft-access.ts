import type pg from "pg";
import type { Actor, SpecStanding } from "@/lib/policy/actor";
import type { Role } from "@/lib/policy/role";
import type { DraftHead } from "./draft-store";
import { signedInOf, WITH_LIVE_SESSION, type LiveSessionRow } from "./live-session";

/** Somebody with a live session, and how they stand to one spec. */
export interface DraftStanding {
  name: string;
  actor: Actor;
  /** Null when there is no such spec. What it allows is for `lib/policy` to say. */
  standing: SpecStanding | null;
  /** Null when the spec has no draft. */
  draft: DraftHead | null;
}

/**
 * Who somebody is, how they stand to a spec, and where its draft is, in one question: the handshake of the sync
 * endpoint asks it for everybody who comes back at the same moment.
 *
 * @returns Null when the session is not alive.
 */
export async function findDraftStanding(
  pool: Pick<pg.Pool, "query">,
  ids: { sessionId: string; userId: string },
  specId: string,
): Promise<DraftStanding | null> {
  const { rows } = await pool.query<Row>({
    name: "draft-standing",
    text: STANDING,
    values: [ids.sessionId, ids.userId, null, specId],
  });
  const [row] = rows;
  if (!row) return null;
  const { specFound, role, isArchived, epoch, version, seq } = row;
  const { name, actor } = signedInOf(ids, row);
  return {
    name,
    actor,
    standing: specFound ? { role, isArchived } : null,
    draft: seq === null ? null : { epoch, version, seq: BigInt(seq) },
  };
}

interface Row extends LiveSessionRow {
  specFound: boolean;
  role: Role | null;
  isArchived: boolean;
  epoch: number;
  version: string;
  seq: string | null;
}

const STANDING = `${WITH_LIVE_SESSION}
  SELECT live.name, live."isAdministrator", live."isSpecCreator", live."authenticatedAt",
    p.id IS NOT NULL AS "specFound", m.role::text AS role,
    p."archivedAt" IS NOT NULL AS "isArchived", d.epoch, d.version, d."headSeq" AS seq
  FROM live
  LEFT JOIN "Spec" p ON p.id = $4::uuid
  LEFT JOIN "Member" m ON m."specId" = p.id AND m."userId" = live."userId"
  LEFT JOIN "Draft" d ON d."specId" = p.id`;
