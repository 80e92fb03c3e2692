import { spawn } from "node:child_process";
import { once } from "node:events";
import autocannon from "autocannon";
import pg from "pg";
import { openThread } from "@/lib/commands/feedback/open-thread";
import { closeDatabase, db } from "@/lib/data/db";
import { freePort } from "@/lib/data/embedded/free-port";
import { getOwnData } from "@/lib/data/own-data";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec as specOf } from "@/lib/spec/builders";
import { copyDatabase, type DatabaseCopy } from "@/lib/testing/copy-database";
import { asked, known, later } from "@/lib/testing/feedback-scene";
import { writeManyComments } from "@/lib/testing/many-comments";
import { person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { startTestCluster } from "@/lib/testing/test-cluster";
import { build } from "@/scripts/build-application";
import { setTimeout as pause } from "node:timers/promises";
import type { BenchRow, BenchTable } from "./table";

const COMMENTS = 10_000;
const ON_ONE_CLAUSE = 300;
const AT_ONCE = 5;
const PAGE_MS = 500;
const ATTACKERS = 50;
const FLOOD = 1_000;

/** Pages of feedback with ten thousand comments (QUALITY L6), a flood of spam (H12), one's own data (P3). */
export async function run(): Promise<BenchTable> {
  await build();
  const cluster = await startTestCluster();
  try {
    const copy = await copyDatabase(cluster);
    process.env.DATABASE_URL = copy.appUrl;
    process.env.AUTH_SECRET ??= "a secret for benches that nobody needs to keep";
    const rows = [...(await measurePages(copy)), await measureOwnData(), ...(await measureFlood())];
    const notes = [
      `${COMMENTS} comments on one release, ${ON_ONE_CLAUSE} threads on one clause, ${ON_ONE_CLAUSE} comments in one thread; ${AT_ONCE} readers at once.`,
    ];
    return { title: "Feedback", notes, rows };
  } finally {
    await closeDatabase();
    await cluster.stop();
  }
}

async function measurePages({ appUrl, ownerUrl }: DatabaseCopy): Promise<BenchRow[]> {
  const clauses = Array.from({ length: 40 }, (_, at) => `clause_${at}`);
  const spec = await publishedSpec(
    specOf(...clauses.map((id) => clause(id, `Clause ${id}`, "Say what is true."))),
  );
  await writeManyComments(spec, {
    clauses,
    threads: 3_000,
    onFirst: ON_ONE_CLAUSE,
    comments: COMMENTS,
    inFirst: ON_ONE_CLAUSE,
  });
  await analyze(ownerUrl);
  const { origin, stop } = await startServer(appUrl);
  const { slug, release } = spec;
  const pages = {
    "all feedback": `/${slug}/feedback`,
    "all feedback, most supported, with words": `/${slug}/feedback?sort=support&words=clause`,
    "a clause": `/${slug}/${release.label}/feedback?on=clause_0`,
    "a thread": `/${slug}/feedback/1`,
    "panel of a clause": `/api/feedback/${slug}/${release.label}/threads?on=clause_0`,
    "counts of the margin": `/api/feedback/${slug}/${release.label}`,
  };
  try {
    const rows: BenchRow[] = [];
    for (const [what, address] of Object.entries(pages)) {
      rows.push(await measurePage(what, origin + address));
    }
    return rows;
  } finally {
    await stop();
  }
}

/**
 * What autovacuum does within a minute of so many rows. Only the owner may: without statistics the
 * database takes every list for a short one, and a page costs seconds.
 */
async function analyze(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('ANALYZE "Thread", "Comment"');
  } finally {
    await client.end();
  }
}

async function measurePage(what: string, url: string): Promise<BenchRow> {
  // The first ones warm up.
  for (let count = 0; count < 3; count += 1) await (await fetch(url)).text();
  const { latency, non2xx, requests } = await autocannon({
    url,
    connections: AT_ONCE,
    amount: 150,
  });
  if (non2xx > 0) throw new Error(`${url} answered ${non2xx} times with an error.`);
  return {
    what,
    measured: `p95 ≤ ${latency.p97_5} ms, median ${latency.p50} ms (${requests.total})`,
    target: `p95 ≤ ${PAGE_MS} ms`,
    ok: latency.p97_5 <= PAGE_MS,
  };
}

async function startServer(databaseUrl: string) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [".build/server.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      APP_URL: origin,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  for (let tries = 0; !(await isReady(origin)); tries += 1) {
    if (tries > 300) throw new Error("The server did not become ready.");
    await pause(100);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { origin, stop };
}

const isReady = async (origin: string) =>
  (await fetch(`${origin}/readyz`).catch(() => null))?.ok === true;

async function measureOwnData(): Promise<BenchRow> {
  const spec = await publishedSpec();
  const author = await person();
  await writeManyComments(spec, {
    clauses: ["honest", "calm"],
    threads: 100,
    onFirst: 50,
    comments: 1_000,
    inFirst: 50,
  });
  await db().comment.updateMany({
    where: { thread: { specId: spec.id } },
    data: { authorId: author.id },
  });
  const began = performance.now();
  const { feedback } = await getOwnData(author);
  const ms = performance.now() - began;
  if (feedback.comments.length !== 1_000) throw new Error("The export is not complete.");
  return {
    what: "one's own data, 1,000 comments",
    measured: `${Math.round(ms)} ms`,
    target: "≤ 60 s",
    ok: ms <= 60_000,
  };
}

/** A thousand comments within a minute from fifty networks, and one honest person among them. */
async function measureFlood(): Promise<BenchRow[]> {
  const spec = await publishedSpec();
  const attackers = await Promise.all(Array.from({ length: ATTACKERS }, () => person()));
  const honest = await known(spec);
  const start = later().getTime();
  const began = performance.now();
  let taken = 0;
  const send = async (actor: Actor, at: Date) => {
    taken += await openThread(actor, asked(spec), at)
      .then(() => 1)
      .catch(() => 0);
  };
  const rounds = FLOOD / ATTACKERS;
  const flood = (async () => {
    for (let round = 0; round < rounds; round += 1) {
      const at = new Date(start + (round * 60_000) / rounds);
      await Promise.all(attackers.map((actor) => send(actor, at)));
    }
  })();
  const before = performance.now();
  const { heldBecause } = await openThread(honest, asked(spec), new Date(start));
  const honestMs = performance.now() - before;
  await flood;
  const seconds = (performance.now() - began) / 1_000;
  const shown = await db().comment.count({
    where: { authorId: { in: attackers.map(({ id }) => id) }, state: "visible" },
  });
  return [
    {
      what: `spam: ${FLOOD} comments in a minute from ${ATTACKERS} networks`,
      measured: `${taken} taken (all held), ${shown} shown, ${seconds.toFixed(1)} s of work`,
      target: `≤ ${3 * ATTACKERS} taken, 0 shown`,
      ok: taken <= 3 * ATTACKERS && shown === 0,
    },
    {
      what: "an honest person's comment meanwhile",
      measured: `${Math.round(honestMs)} ms${heldBecause ? ", held" : ", shown at once"}`,
      target: "≤ 1,000 ms",
      ok: honestMs <= 1_000 && heldBecause === "",
    },
  ];
}
