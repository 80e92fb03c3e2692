import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { db } from "@/lib/data/db";
import { DraftStore } from "@/lib/data/draft-store";
import { median } from "./median";
import { CrowdClient, LoadClient } from "./sync-load";
import {
  asPeerRoom,
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
import { cpuOf, memoryOf, startPeer, type MeasuredServer } from "./sync-servers";
import type { BenchRow, BenchTable } from "./table";

const SECONDS = 8;
const OFFLINE_EDITS = 5;

/** Live editing beside @y/websocket-server, which checks and stores nothing (QUALITY S1-S4, S6-S9). */
export function run(): Promise<BenchTable> {
  return withBench(async (bench) => ({
    title: "Live editing",
    rows: [
      ...(await typing(bench, 100, 5)),
      ...(await crowds(bench)),
      ...(await latency(bench)),
      ...(await joining(bench)),
      await coldStart(bench),
      ...(await returning(bench)),
      await memory(bench),
    ],
    notes: [
      TEXT_NOTE,
      "Ours checks, commits to PostgreSQL (without fsync) and acknowledges; the peer does neither.",
      "CPU is that of the server process. Load and server share the machine.",
      "Lost acknowledged edits (S5): lib/sync/kill.test.ts and npm run soak.",
    ],
  }));
}

async function typing(bench: Bench, people: number, perSecond: number): Promise<BenchRow[]> {
  const cost = async (server: MeasuredServer, room: Prepared) => {
    const clients = await openAll(server, room, people);
    await pause(500);
    const before = cpuOf(server.pid);
    const sent = await typeFor(clients, room.typists, perSecond, SECONDS);
    await Promise.race([
      Promise.all(clients.map((each) => each.when(() => each.received >= sent - sent / people))),
      pause(5_000),
    ]);
    const cpu = cpuOf(server.pid) - before;
    clients.forEach((client) => client.close());
    return cpu / sent;
  };
  const [own, peer] = await both(bench, people, cost);
  return [
    {
      what: `S1 ${people} people, ${perSecond} updates/s each: server CPU a 1,000 updates`,
      measured: `${own.toFixed(2)} s`,
      peer: `${peer.toFixed(2)} s`,
      target: "≤ 0.45 s",
      ok: own <= 0.45,
    },
  ];
}

/** S2, S3: a crowd types; three of them look when things arrive. */
async function crowd(bench: Bench, people: number, perSecond: number): Promise<Crowd[]> {
  const LOOKING = 3;
  const figures = async (server: MeasuredServer, room: Prepared): Promise<Crowd> => {
    const looking = await openAll(server, room, LOOKING);
    const others: CrowdClient[] = [];
    for (let n = LOOKING; n < people; n += 1) {
      const address = server.addressOf(room.document);
      others.push(await CrowdClient.open(address, room.headers[n]!, room.typists.ydoc));
    }
    await pause(2_000);
    const times = watchTimes(looking);
    const before = cpuOf(server.pid);
    const sent = await typeFor(
      [...looking, ...others],
      room.typists,
      perSecond,
      SECONDS,
      times.stamp,
    );
    await pause(1_000);
    const cpu = cpuOf(server.pid) - before;
    [...looking, ...others].forEach((client) => client.close());
    return { ...times.read(), perDelivery: (cpu * 1_000) / (sent * (people - 1)) };
  };
  return both(bench, people, figures);
}

interface Crowd {
  p50: number;
  p99: number;
  /** Microseconds of the server's processor. */
  perDelivery: number;
}

async function crowds(bench: Bench): Promise<BenchRow[]> {
  const [own, peer] = await crowd(bench, 200, 5);
  const [own400, peer400] = await crowd(bench, 400, 1);
  if (!own || !peer || !own400 || !peer400) throw new Error("Nothing was measured.");
  const times = ({ p50, p99 }: Crowd) => `${p50.toFixed(1)} / ${p99.toFixed(0)} ms`;
  const both400 = (it: Crowd) => `${it.perDelivery.toFixed(2)} µs, ${it.p99.toFixed(0)} ms`;
  return [
    {
      what: "S2 200 typing, 5 updates/s each: p50 / p99",
      measured: times(own),
      peer: times(peer),
      target: "≤ 5 / ≤ 50 ms",
      ok: own.p50 <= 5 && own.p99 <= 50,
    },
    {
      what: "S3 400 typing, 1 update/s each: server CPU a delivery, p99",
      measured: both400(own400),
      peer: both400(peer400),
      target: "≤ 0.7 µs, ≤ 100 ms",
      ok: own400.perDelivery <= 0.7 && own400.p99 <= 100,
    },
  ];
}

async function latency(bench: Bench): Promise<BenchRow[]> {
  const figures = async (server: MeasuredServer, room: Prepared) => {
    const clients = await openAll(server, room, 10);
    const times = watchTimes(clients);
    await typeFor(clients, room.typists, 5, SECONDS, times.stamp);
    await pause(300);
    clients.forEach((client) => client.close());
    return times.read();
  };
  const [own, peer] = await both(bench, 10, figures);
  const words = ({ p50, p99 }: { p50: number; p99: number }) =>
    `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`;
  return [
    {
      what: "S4 10 typing: p50 / p99, with the commit",
      measured: words(own),
      peer: words(peer),
      target: "≤ 1.2 / ≤ 5 ms before the commit",
    },
  ];
}

async function joining(bench: Bench): Promise<BenchRow[]> {
  const JOINS = 40;
  const [own, peer] = await both(bench, 1, async (server, room) => {
    const first = (await openAll(server, room, 1))[0]!;
    let bytes = 0;
    const join = async (isWarm: boolean) => {
      const ydoc = new Y.Doc();
      if (room.stateUrl) {
        const answer = await fetch(room.stateUrl, {
          headers: { ...room.headers[0]!, "accept-encoding": "br" },
        });
        const state = new Uint8Array(await answer.arrayBuffer());
        if (answer.status === 200) Y.applyUpdateV2(ydoc, state);
        if (isWarm) bytes += Number(answer.headers.get("content-length") ?? 0);
      }
      const client = await LoadClient.open(server.addressOf(room.document), room.headers[0]!, ydoc);
      await client.current();
      if (isWarm) bytes += client.bytes;
      client.close();
    };
    for (let n = 0; n < 5; n += 1) await join(false);
    // The best compression is made after the first who asked.
    await pause(2_000);
    const before = cpuOf(server.pid);
    for (let n = 0; n < JOINS; n += 1) await join(true);
    const cpu = (cpuOf(server.pid) - before) / JOINS;
    first.close();
    return { cpu, bytes: bytes / JOINS / 1_024 };
  });
  return [
    {
      what: "S6 joining, with sign-in and roles: server CPU",
      measured: `${own.cpu.toFixed(1)} ms`,
      peer: `${peer.cpu.toFixed(1)} ms, no sign-in`,
      target: "≤ 2 ms",
      ok: own.cpu <= 2,
    },
    {
      what: "S6 joining: bytes",
      measured: `${own.bytes.toFixed(0)} KB`,
      peer: `${peer.bytes.toFixed(0)} KB`,
      target: "≤ 100 KB",
      ok: own.bytes <= 100,
    },
  ];
}

async function coldStart(bench: Bench): Promise<BenchRow> {
  const room = await prepare(bench, 1);
  const store = new DraftStore(bench.database);
  const head = await store.findHead(room.document);
  await store.saveSnapshot(room.document, 1, head!.seq, Y.encodeStateAsUpdateV2(room.typists.ydoc));
  const authorId = (await db().member.findFirstOrThrow({ where: { specId: room.document } }))
    .userId;
  for (let n = 0; n < 50; n += 1) {
    const edits = Array.from({ length: 100 }, (_, index) => ({
      update: room.typists.type(index, "word "),
      authorId,
      touched: [],
    }));
    await store.append(room.document, 1, edits);
  }
  const times: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    // Opening keeps a snapshot; each round begins without it.
    await db().draftSnapshot.deleteMany({
      where: { specId: room.document, seq: { gt: head!.seq } },
    });
    const server = await startOwn(bench);
    // The process has signed somebody in before.
    const origin = server.addressOf("").replace(/^ws/, "http").replace(/\?.*/, "");
    await fetch(`${origin}nothing/state`, { headers: room.headers[0]! });
    const began = performance.now();
    const client = await LoadClient.open(
      server.addressOf(room.document),
      room.headers[0]!,
      new Y.Doc(),
    );
    await client.current();
    times.push(performance.now() - began);
    client.close();
    await server.stop();
  }
  await store.close();
  const ms = median(times);
  return {
    what: "S7 cold start, 5,000 edits since the snapshot: first text, with sign-in",
    measured: `${ms.toFixed(0)} ms`,
    target: "≤ 150 ms",
    ok: ms <= 150,
  };
}

/** S8: a hundred people lose their network, write five words each, and come back in the same moment. */
async function returning(bench: Bench): Promise<BenchRow[]> {
  const people = 100;
  const [own, peer] = await both(bench, people, async (server, room) => {
    const gone = await openAll(server, room, people);
    const keeper = (await openAll(server, room, 1))[0]!;
    await pause(1_500);
    gone.forEach((client) => client.close());
    await pause(1_500);
    const before = new Y.Doc();
    Y.applyUpdate(before, Y.encodeStateAsUpdate(room.typists.ydoc));
    const answers = Array.from({ length: people }, (_, typist) =>
      Y.mergeUpdates(
        Array.from({ length: OFFLINE_EDITS }, () => room.typists.type(typist, "word ")),
      ),
    );
    const cpuBefore = cpuOf(server.pid);
    const complete = keeper.arrived(people);
    const began = performance.now();
    const clients = await Promise.all(
      answers.map((answer, index) =>
        LoadClient.open(server.addressOf(room.document), room.headers[index]!, before, answer),
      ),
    );
    if (room.stateUrl)
      await Promise.all(clients.map((each) => each.when(() => each.acknowledged > 0)));
    await complete;
    const ms = performance.now() - began;
    const cpu = cpuOf(server.pid) - cpuBefore;
    await pause(1_500);
    const text = clients.reduce((sum, each) => sum + each.textBytes, 0) / people / 1_024;
    const bytes = clients.reduce((sum, each) => sum + each.bytes, 0) / people / 1_024;
    clients.forEach((client) => client.close());
    keeper.close();
    return { ms, cpu, text, bytes };
  });
  const kilobytes = ({ text, bytes }: { text: number; bytes: number }) =>
    `${text.toFixed(1)} + ${(bytes - text).toFixed(1)} KB`;
  return [
    {
      what: "S8 100 return with 5 offline edits each: last complete (server CPU), with sign-in",
      measured: `${own.ms.toFixed(0)} ms (${own.cpu} ms)`,
      peer: `${peer.ms.toFixed(0)} ms (${peer.cpu} ms)`,
      target: "≤ 400 ms",
      ok: own.ms <= 400,
    },
    {
      what: "S8 received by each: the edits of 99 others + who is there and the rest",
      measured: kilobytes(own),
      peer: kilobytes(peer),
      target: "≤ 4 KB",
      ok: own.bytes <= 4,
    },
  ];
}

async function memory(bench: Bench): Promise<BenchRow> {
  const cost = async (start: () => Promise<MeasuredServer>, rooms: Prepared[]) => {
    const server = await start();
    const warm = (await openAll(server, rooms[0]!, 1))[0]!;
    warm.close();
    const idle = memoryOf(server.pid);
    const clients: LoadClient[] = [];
    for (const room of rooms) clients.push(...(await openAll(server, room, 10)));
    const used = memoryOf(server.pid) - idle;
    clients.forEach((client) => client.close());
    await server.stop();
    return used;
  };
  const rooms: Prepared[] = [];
  for (let n = 0; n < 20; n += 1) rooms.push(await prepare(bench, 10));
  const own = await cost(() => startOwn(bench), rooms);
  const peer = await cost(startPeer, rooms.map(asPeerRoom));
  return {
    what: "S9 200 people in 20 such specs: memory over idle",
    measured: `${own.toFixed(0)} MB`,
    peer: `${peer.toFixed(0)} MB`,
    target: "≤ 200 MB",
    ok: own <= 200,
  };
}

/** Measures ours and then the peer, each in a fresh process with a fresh document. */
async function both<T>(
  bench: Bench,
  people: number,
  measure: (server: MeasuredServer, room: Prepared) => Promise<T>,
): Promise<[T, T]> {
  const results: T[] = [];
  for (const start of [() => startOwn(bench), startPeer]) {
    const server = await start();
    const room = await prepare(bench, people);
    const isPeer = start === startPeer;
    const stateUrl = server
      .addressOf(`${room.document}/state`)
      .replace(/^ws/, "http")
      .replace(/\?.*/, "");
    results.push(await measure(server, isPeer ? asPeerRoom(room) : { ...room, stateUrl }));
    await server.stop();
  }
  return results as [T, T];
}
