import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { closeDatabase, db } from "@/lib/data/db";
import { openStoredDraft } from "@/lib/data/draft-document";
import { getStoredDraft } from "@/lib/data/draft-log";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";
import { parse } from "@/lib/markdown/parse";
import { releases } from "@/lib/markdown/testing/corpus";
import { mintUid } from "@/lib/mint-uid";
import { clause, spec } from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { buildSyncProcess, SyncProcess } from "@/lib/sync/testing/sync-process";
import { headersOf, newSpec } from "@/lib/sync/testing/sync-server";
import { copyDatabase } from "@/lib/testing/copy-database";
import { member } from "@/lib/testing/people";
import { startTestCluster } from "@/lib/testing/test-cluster";
import { median } from "./median";
import { LoadClient, Typists } from "./sync-load";
import type { MeasuredServer } from "./sync-servers";

export interface Bench {
  database: string;
  program: string;
}

/** A database with the product's tables and a program to start, for as long as the work takes. */
export async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const cluster = await startTestCluster();
  const copy = await copyDatabase(cluster);
  Object.assign(process.env, {
    DATABASE_URL: copy.appUrl,
    APP_URL: "http://localhost:3300",
    AUTH_SECRET: "not a secret, but long enough to pass for one",
  });
  const program = await buildSyncProcess();
  try {
    return await work({ database: copy.appUrl, program: program.file });
  } finally {
    await program.remove();
    await closeDatabase();
    await cluster.stop();
  }
}

export const TEXT_NOTE =
  releases.length > 0 ? "Text: the newest Model Spec." : "Text: of our own, 270 KB.";

export interface Prepared {
  document: string;
  typists: Typists;
  headers: Record<string, string>[];
  /** Null for the peer, which has none. */
  stateUrl: string | null;
}

export const asPeerRoom = (room: Prepared): Prepared => ({
  ...room,
  stateUrl: null,
  headers: room.headers.map(() => ({})),
});

let firstId = 1_000;

export async function prepare(bench: Bench, people: number): Promise<Prepared> {
  const { specId } = await newSpec(text());
  const headers: Record<string, string>[] = [];
  for (let n = 0; n < people; n += 1) headers.push(await headersOf(await member(specId, "editor")));
  const ydoc = openStoredDraft(await getStoredDraft(db(), specId));
  firstId += 1_000;
  const typists = new Typists(Y.encodeStateAsUpdate(ydoc), firstId);
  ydoc.destroy();
  return { document: specId, typists, headers, stateUrl: null };
}

let parsed: SpecDocument | null = null;
function text(): SpecDocument {
  const newest = releases.at(-1);
  // The text alone, as the peers were measured with; its prompts are half as much again.
  const files = newest && { "model_spec.md": newest.files["model_spec.md"] ?? "" };
  parsed ??= files
    ? parse(files, { mint: mintUid }).document
    : spec(
        ...Array.from({ length: 300 }, (_, n) =>
          clause(`c${n}`, `Clause ${n}`, ...Array<string>(3).fill("Say what is true. ".repeat(16))),
        ),
      );
  return parsed;
}

export async function startOwn(bench: Bench, port = 0): Promise<MeasuredServer> {
  const server = new SyncProcess(bench.program, { databaseUrl: bench.database, port });
  const address = await server.address();
  return {
    name: "precept",
    pid: server.pid,
    addressOf: (document) => `${address}/${document}?version=${DRAFT_VERSION}&epoch=1`,
    stop: () => server.kill(),
  };
}

/** All connected and current. The first one brings the peer its text. */
export async function openAll(
  server: MeasuredServer,
  { document, typists, headers, stateUrl }: Prepared,
  people: number,
): Promise<LoadClient[]> {
  const state = Y.encodeStateAsUpdate(typists.ydoc);
  const clients: LoadClient[] = [];
  for (let n = 0; n < people; n += 1) {
    const answer = stateUrl === null && n === 0 && server.name !== "precept" ? state : undefined;
    const client = await LoadClient.open(
      server.addressOf(document),
      headers[n]!,
      typists.ydoc,
      answer,
    );
    await client.current();
    clients.push(client);
  }
  return clients;
}

/** Everybody types steadily, spread over each interval. @returns How many updates were sent. */
export async function typeFor(
  clients: readonly { send: (update: Uint8Array) => void }[],
  typists: Typists,
  perSecond: number,
  seconds: number,
  words: () => string = () => "word ",
): Promise<number> {
  const total = clients.length * perSecond * seconds;
  const every = 1_000 / (clients.length * perSecond);
  const began = performance.now();
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor((performance.now() - began) / every) + 1);
    for (; sent < due; sent += 1) {
      const typist = sent % clients.length;
      clients[typist]!.send(typists.type(typist, words()));
    }
    await pause(Math.max(1, every));
  }
  return total;
}

/** Puts the time into what is typed, and reads at each of these how long it took. */
export function watchTimes(clients: readonly LoadClient[]) {
  const times: number[] = [];
  const began = performance.now();
  for (const client of clients) {
    client.heard = (update) => {
      const found = /<(\d+)>/.exec(Buffer.from(update).toString("latin1"));
      if (found) times.push(performance.now() - began - Number(found[1]) / 1_000);
    };
  }
  return {
    stamp: () => `<${Math.round((performance.now() - began) * 1_000)}>`,
    read: () => {
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
      return { p50: median(times), p95: at(0.95), p99: at(0.99) };
    },
  };
}
