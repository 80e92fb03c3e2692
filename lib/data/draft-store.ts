import pg from "pg";
import { findDraftStanding, type DraftStanding } from "./draft-access";
import { DRAFT_CHANNEL } from "./draft-log";

/** Where a draft stands in its log. */
export interface DraftHead {
  epoch: number;
  /** DRAFT_VERSION of the program that wrote it. */
  version: string;
  seq: bigint;
}

export interface LoadedDraft extends DraftHead {
  /** Version 2, null when there is none yet. */
  snapshot: Uint8Array | null;
  /** 0 when there is no snapshot. */
  snapshotSeq: bigint;
  /** What came after the snapshot, version 1, oldest first. */
  updates: Uint8Array[];
}

/** One accepted change of somebody's typing. */
export interface Edit {
  update: Uint8Array;
  authorId: string;
  touched: readonly string[];
}

/** Somebody wants to write under a client id. */
export interface ClientClaim {
  clientId: number;
  userId: string;
  /** Whether nothing was written under it yet. */
  isFresh: boolean;
}

/** The draft was replaced (a restored backup) or is gone: what is open must not be written to it. */
export class DraftMoved extends Error {
  override name = "DraftMoved";
}

/** One person has that many editors (browser tabs that wrote) in a spec on one day at most. */
const CLIENTS_A_DAY = 50;

// A snapshot at least every so many updates stays for ever, so any moment can be rebuilt quickly.
const KEEP_EVERY = 1_000;

/**
 * The log of drafts as the sync endpoint needs it: few bytes and one round trip a batch. Prisma's
 * interactive transaction takes six round trips for the same and several times the CPU, which is most of
 * the cost of an update.
 */
export class DraftStore {
  private readonly pool: pg.Pool;

  constructor(url: string, { connections = 4, timeoutMs = 8_000 } = {}) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: connections,
      application_name: "precept-sync",
      connectionTimeoutMillis: timeoutMs,
      // Also ends a query whose connection went silent (a partition), which no server would answer.
      query_timeout: timeoutMs,
      statement_timeout: timeoutMs,
      keepAlive: true,
    });
    // An idle connection that breaks; the next query opens another.
    this.pool.on("error", () => undefined);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** See `findDraftStanding`. */
  findStanding(
    ids: { sessionId: string; userId: string },
    specId: string,
  ): Promise<DraftStanding | null> {
    return findDraftStanding(this.pool, ids, specId);
  }

  /** Null when the spec has no draft. */
  async findHead(specId: string): Promise<DraftHead | null> {
    const { rows } = await this.pool.query<{ epoch: number; version: string; seq: string }>(
      `SELECT epoch, version, "headSeq" AS seq FROM "Draft" WHERE "specId" = $1`,
      [specId],
    );
    const [row] = rows;
    return row ? { ...row, seq: BigInt(row.seq) } : null;
  }

  /** Heads of several drafts, for the watch on changes that came from elsewhere. */
  async listHeads(specIds: readonly string[]): Promise<Map<string, DraftHead>> {
    const { rows } = await this.pool.query<{
      specId: string;
      epoch: number;
      version: string;
      seq: string;
    }>(
      `SELECT "specId", epoch, version, "headSeq" AS seq FROM "Draft" WHERE "specId" = ANY($1::uuid[])`,
      [specIds],
    );
    return new Map(rows.map(({ specId, ...row }) => [specId, { ...row, seq: BigInt(row.seq) }]));
  }

  /** Newest snapshot and what came after. Null when the spec has no draft; a fault is never an empty one. */
  async load(specId: string): Promise<LoadedDraft | null> {
    const head = await this.findHead(specId);
    if (!head) return null;
    const snapshot = await this.findSnapshot(specId, head);
    const snapshotSeq = snapshot?.seq ?? 0n;
    const { rows } = await this.pool.query<{ seq: string; update: Buffer }>(
      `SELECT seq, update FROM "DraftUpdate"
       WHERE "specId" = $1 AND epoch = $2 AND seq > $3 AND seq <= $4 ORDER BY seq`,
      [specId, head.epoch, snapshotSeq, head.seq],
    );
    if (!snapshot && rows.length === 0) throw new Error("The draft has a head and no beginning.");
    return {
      ...head,
      snapshot: snapshot?.state ?? null,
      snapshotSeq,
      updates: rows.map(({ update }) => update),
    };
  }

  /** The newest snapshot up to a place in the log. */
  async findSnapshot(
    specId: string,
    { epoch, seq }: Pick<DraftHead, "epoch" | "seq">,
  ): Promise<{ seq: bigint; state: Uint8Array } | null> {
    const { rows } = await this.pool.query<{ seq: string; state: Buffer }>(
      `SELECT seq, state FROM "DraftSnapshot"
       WHERE "specId" = $1 AND epoch = $2 AND seq <= $3 ORDER BY seq DESC LIMIT 1`,
      [specId, epoch, seq],
    );
    const [row] = rows;
    return row ? { seq: BigInt(row.seq), state: row.state } : null;
  }

  /** Updates above `after`, oldest first, at most `limit`. */
  async listAfter(
    specId: string,
    epoch: number,
    after: bigint,
    limit: number,
  ): Promise<{ seq: bigint; update: Uint8Array }[]> {
    const { rows } = await this.pool.query<{ seq: string; update: Buffer }>(
      `SELECT seq, update FROM "DraftUpdate"
       WHERE "specId" = $1 AND epoch = $2 AND seq > $3 ORDER BY seq LIMIT $4`,
      [specId, epoch, after, limit],
    );
    return rows.map(({ seq, update }) => ({ seq: BigInt(seq), update }));
  }

  /**
   * Appends edits to the log in one statement, which is one transaction: numbers without a gap, and the
   * news to all processes at its commit.
   *
   * @returns The number of the last one.
   * @throws DraftMoved when the draft has another epoch now. Any other error leaves open whether it was
   *   committed; appending the same again does no harm, because an update applied twice is applied once.
   */
  async append(specId: string, epoch: number, edits: readonly Edit[]): Promise<bigint> {
    const lengths = edits.map(({ update }) => update.byteLength);
    const { rows } = await this.pool.query<{ seq: string }>({
      name: "append-edits",
      text: APPEND,
      values: [
        specId,
        epoch,
        Buffer.concat(edits.map(({ update }) => update)),
        lengths,
        edits.map(({ authorId }) => authorId),
        edits.map(({ touched }) => JSON.stringify(touched)),
        edits.length,
      ],
    });
    const [row] = rows;
    if (!row) throw new DraftMoved("The draft was replaced.");
    return BigInt(row.seq);
  }

  /**
   * Binds client ids to people, unless somebody has them.
   *
   * @returns Who has each. Ids that are missing in it belong to nobody: fresh ones because their person
   *   reached the number of a day, others because the installation itself wrote under them.
   */
  async claimClients(
    specId: string,
    epoch: number,
    claims: readonly ClientClaim[],
  ): Promise<Map<number, string>> {
    const owners = new Map<number, string>();
    const note = ({ rows }: { rows: { clientId: string; userId: string }[] }) =>
      rows.forEach(({ clientId, userId }) => owners.set(Number(clientId), userId));
    const fresh = claims.filter(({ isFresh }) => isFresh);
    if (fresh.length > 0) {
      note(
        await this.pool.query({
          name: "claim-clients",
          text: CLAIM,
          values: [
            specId,
            epoch,
            fresh.map(({ clientId }) => clientId),
            fresh.map(({ userId }) => userId),
            CLIENTS_A_DAY,
          ],
        }),
      );
    }
    // Usually none: somebody's first key press waits for one round trip.
    const others = claims.flatMap(({ clientId }) => (owners.has(clientId) ? [] : [clientId]));
    if (others.length > 0) {
      note(
        await this.pool.query(
          `SELECT "clientId", "userId" FROM "DraftClient"
           WHERE "specId" = $1 AND epoch = $2 AND "clientId" = ANY($3::bigint[])`,
          [specId, epoch, others],
        ),
      );
    }
    return owners;
  }

  /**
   * Keeps the state of a draft after an update, and thins out older ones: the newest stays, and enough
   * of the others that no two neighbours are more than 1,000 updates apart.
   */
  async saveSnapshot(specId: string, epoch: number, seq: bigint, state: Uint8Array): Promise<void> {
    await this.pool.query(
      `INSERT INTO "DraftSnapshot" ("specId", epoch, seq, state) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [specId, epoch, seq, state],
    );
    await this.pool.query(
      `DELETE FROM "DraftSnapshot" s USING (
         SELECT seq, lag(seq, 1, 0::bigint) OVER w AS before, lead(seq) OVER w AS after
         FROM "DraftSnapshot" WHERE "specId" = $1 AND epoch = $2 WINDOW w AS (ORDER BY seq)
         ORDER BY seq DESC OFFSET 1 LIMIT 1) near
       WHERE s."specId" = $1 AND s.epoch = $2 AND s.seq = near.seq
         AND near.after - near.before <= $3 AND near.before > 0`,
      [specId, epoch, KEEP_EVERY],
    );
  }

  /** Tells all processes something that need not be kept. At most 8,000 bytes. */
  async notify(channel: string, payload: string): Promise<void> {
    await this.pool.query("SELECT pg_notify($1, $2)", [channel, payload]);
  }
}

// One statement for many people: the number of a day holds for each, with what they ask for now.
const CLAIM = `
  INSERT INTO "DraftClient" ("specId", epoch, "clientId", "userId")
  SELECT $1::uuid, $2::int, wish.id, wish.person
  FROM (SELECT id, person, count(*) OVER (PARTITION BY person) AS wanted
        FROM unnest($3::bigint[], $4::uuid[]) AS t(id, person)) AS wish
  WHERE wanted + (
    SELECT count(*) FROM "DraftClient" d
    WHERE d."specId" = $1::uuid AND d."userId" = wish.person AND d.at > now() - interval '1 day') <= $5::int
  ON CONFLICT DO NOTHING
  RETURNING "clientId", "userId"`;

// "at" is left to its default. The update of the draft comes first: it waits for whoever appends at the
// same time and then sees the newest number.
const APPEND = `
  WITH head AS (
    UPDATE "Draft" SET "headSeq" = "headSeq" + $7::int, "updatedAt" = clock_timestamp()
    WHERE "specId" = $1::uuid AND epoch = $2::int RETURNING "headSeq"),
  cut AS (
    SELECT ord, len, author, touched, sum(len) OVER (ORDER BY ord) - len AS start
    FROM unnest($4::int[], $5::uuid[], $6::text[]) WITH ORDINALITY AS t(len, author, touched, ord)),
  added AS (
    INSERT INTO "DraftUpdate" ("specId", seq, epoch, update, "authorId", origin, touched)
    SELECT $1::uuid, head."headSeq" - $7::int + ord, $2::int,
      substring($3::bytea FROM start::int + 1 FOR len), author, 'edit',
      ARRAY(SELECT jsonb_array_elements_text(touched::jsonb))
    FROM head, cut)
  SELECT "headSeq" AS seq, pg_notify('${DRAFT_CHANNEL}', $1::uuid::text || ':' || "headSeq") FROM head`;
