import { setTimeout as pause } from "node:timers/promises";
import type * as Y from "yjs";
import { db } from "@/lib/data/db";
import { openStoredDraft } from "@/lib/data/draft-document";
import { getStoredDraft } from "@/lib/data/draft-log";
import { CrowdClient, LoadClient } from "./sync-load";
import {
  openAll,
  prepare,
  startOwn,
  typeFor,
  watchTimes,
  withBench,
  TEXT_NOTE,
  type Bench,
  type Prepared,
} from "./sync-rooms";
import { memoryOf } from "./sync-servers";
import type { BenchRow, BenchTable } from "./table";

// Ten minutes each are the long form: BENCH_SECONDS=600 npm run bench -- sync-long
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);
const IDLE = 500;

/** Live editing for a while (QUALITY L1-L4): nothing lost, times steady, memory bounded. */
export function run(): Promise<BenchTable> {
  return withBench(async (bench) => ({
    title: `Live editing for ${SECONDS} seconds`,
    rows: [
      ...(await oneDraft(bench)),
      ...(await manyDrafts(bench)),
      ...(await idle(bench)),
      await storm(bench),
    ],
    notes: [TEXT_NOTE, "Load and server share the machine. BENCH_SECONDS=600 is the long form."],
  }));
}

/** L1: fifty write into one draft, twice a second. */
async function oneDraft(bench: Bench): Promise<BenchRow[]> {
  const server = await startOwn(bench);
  const room = await prepare(bench, 50);
  const clients = await openAll(server, room, 50);
  const acknowledged = watchAcknowledgements(clients);
  const times = watchTimes(clients.slice(0, 5));
  await typeFor(acknowledged.clients, room.typists, 2, SECONDS, times.stamp);
  await Promise.all(acknowledged.clients.map((each) => each.settled()));
  const [told, acks, rss] = [times.read(), acknowledged.p95(), memoryOf(server.pid)];
  clients.forEach((client) => client.close());
  const lost = await lostOf(room);
  await server.stop();
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return [
    {
      what: "L1 50 writers, 2/s each, one draft: others have it, p95 / p99",
      measured: `${ms(told.p95)} / ${ms(told.p99)}`,
      target: "≤ 250 / ≤ 500 ms",
      ok: told.p95 <= 250 && told.p99 <= 500,
    },
    { what: "L1 acknowledged, p95", measured: ms(acks), target: "≤ 150 ms", ok: acks <= 150 },
    {
      what: "L1 memory of the process; words lost",
      measured: `${rss.toFixed(0)} MB; ${lost}`,
      target: "≤ 400 MB; 0",
      ok: rss <= 400 && lost === 0,
    },
  ];
}

/** L2: five write into each of forty drafts, once a second. */
async function manyDrafts(bench: Bench): Promise<BenchRow[]> {
  const server = await startOwn(bench);
  const rooms: Prepared[] = [];
  for (let n = 0; n < 40; n += 1) rooms.push(await prepare(bench, 5));
  const open = await Promise.all(rooms.map((room) => openAll(server, room, 5)));
  const times = watchTimes(open.flat());
  const half = async () => {
    await Promise.all(
      rooms.map((room, n) => typeFor(open[n]!, room.typists, 1, SECONDS / 2, times.stamp)),
    );
    return memoryOf(server.pid);
  };
  const [before, after] = [await half(), await half()];
  await pause(1_000);
  open.flat().forEach((client) => client.close());
  let lost = 0;
  for (const room of rooms) lost += await lostOf(room);
  await server.stop();
  const { p95 } = times.read();
  const slope = ((after - before) * 60) / (SECONDS / 2);
  return [
    {
      what: "L2 40 drafts, 5 writers each, 1/s: others have it, p95; words lost",
      measured: `${p95.toFixed(0)} ms; ${lost}`,
      target: "≤ 250 ms; 0",
      ok: p95 <= 250 && lost === 0,
    },
    {
      what: "L2 memory, second half over first (means something from ten minutes on)",
      measured: `${slope.toFixed(1)} MB/min`,
      target: "≤ 1 MB/min after 5 min",
    },
  ];
}

/** L3: five hundred are there and do nothing, twenty write. */
async function idle(bench: Bench): Promise<BenchRow[]> {
  const server = await startOwn(bench);
  // Nobody may have more than twenty windows.
  const room = await prepare(bench, 20 + IDLE / 20);
  const active = await openAll(server, room, 20);
  await pause(1_000);
  const before = memoryOf(server.pid);
  const many: CrowdClient[] = [];
  for (let n = 0; n < IDLE; n += 1) {
    const headers = room.headers[20 + Math.floor(n / 20)]!;
    const address = server.addressOf(room.document);
    many.push(await CrowdClient.open(address, headers, room.typists.ydoc));
  }
  await pause(2_000);
  const each = ((memoryOf(server.pid) - before) * 1_024) / IDLE;
  const times = watchTimes(active);
  await typeFor(active, room.typists, 2, SECONDS / 2, times.stamp);
  await pause(500);
  [...active, ...many].forEach((client) => client.close());
  await server.stop();
  const { p95 } = times.read();
  return [
    {
      what: "L3 500 idle and 20 active: memory of an idle one; p95",
      measured: `${each.toFixed(0)} KB; ${p95.toFixed(0)} ms`,
      target: "≤ 60 KB; ≤ 250 ms",
      ok: each <= 60 && p95 <= 250,
    },
  ];
}

/** L4: two hundred lose their server and come back when it does. */
async function storm(bench: Bench): Promise<BenchRow> {
  const first = await startOwn(bench);
  const room = await prepare(bench, 200);
  const before = await openAll(first, room, 200);
  const port = Number(new URL(first.addressOf("x")).port);
  await first.stop();
  before.forEach((client) => client.close());
  const second = await startOwn(bench, port);
  const began = performance.now();
  const back = await Promise.all(
    room.headers.map(async (headers) => {
      const address = second.addressOf(room.document);
      const client = await LoadClient.open(address, headers, room.typists.ydoc);
      await client.current();
      return client;
    }),
  );
  const ms = performance.now() - began;
  back.forEach((client) => client.close());
  await second.stop();
  return {
    what: "L4 200 come back to a server that was killed: all complete",
    measured: `${ms.toFixed(0)} ms`,
    target: "≤ 10,000 ms",
    ok: ms <= 10_000,
  };
}

/** How many of the words that were typed are missing in the database, or there twice. */
async function lostOf({ document, typists }: Prepared): Promise<number> {
  const stored = openStoredDraft(await getStoredDraft(db(), document));
  const wordsOf = (ydoc: Y.Doc) =>
    (ydoc.getXmlFragment("content").toString().match(/<\d+>/g) ?? []).sort();
  const [typed, kept] = [wordsOf(typists.ydoc), wordsOf(stored)];
  stored.destroy();
  const missing = typed.filter((word, index) => word !== kept[index]);
  return Math.max(missing.length, Math.abs(typed.length - kept.length));
}

/** Notes for each typed change how long it took until the server said that it is committed. */
function watchAcknowledgements(all: readonly LoadClient[]) {
  const times: number[] = [];
  const clients = all.map((client) => {
    const sentAt: number[] = [];
    let done = 0;
    // Its first change was the answer to the server's question.
    client.confirmed = (count) => {
      for (; done < count - 1; done += 1) times.push(performance.now() - sentAt[done]!);
    };
    return {
      send: (update: Uint8Array) => {
        sentAt.push(performance.now());
        client.send(update);
      },
      settled: () => client.when(() => client.acknowledged > sentAt.length),
    };
  });
  const p95 = () => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
  return { clients, p95 };
}
