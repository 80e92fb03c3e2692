import { EventEmitter, once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeDatabase, db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { startCluster, type Cluster } from "@/lib/data/embedded/cluster";
import { readPostmaster } from "@/lib/data/embedded/postmaster";
import { migrate } from "@/lib/data/migrate";
import { clause, spec } from "@/lib/spec/builders";
import { useSettings } from "@/lib/testing/settings";
import { Editor } from "./testing/editor";
import { headersOf, newSpec, startSyncServer, type SyncServer } from "./testing/sync-server";

// The quick form of QUALITY F3; `npm run soak -- database` has more rounds.
const ROUNDS = Number(process.env.SOAK_ROUNDS ?? 1);
vi.setConfig({ testTimeout: 60_000 + ROUNDS * 15_000 });

useSettings();

let home: string;
let cluster: Cluster;
let server: SyncServer;
const notices = new EventEmitter();
const before = process.env.DATABASE_URL;
beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), "precept-sync-"));
  // As root, PostgreSQL's own account must get through to its part.
  await chmod(home, 0o711);
  // Durable: what is acknowledged must be on the disk and not on its way.
  cluster = await startCluster(path.join(home, "postgres"), {
    durable: true,
    onNotice: (line) => notices.emit(line),
  });
  await migrate(cluster.url);
  process.env.DATABASE_URL = cluster.appUrl;
  server = await startSyncServer();
});
afterAll(async () => {
  await server.stop();
  await closeDatabase();
  await cluster.stop();
  process.env.DATABASE_URL = before ?? "";
  await rm(home, { recursive: true });
});

it("kill -9 of PostgreSQL loses nothing that was acknowledged and doubles nothing, and it heals by itself", async () => {
  const { specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say it.")));
  const headers = await headersOf(author);
  const open = () => new Editor({ address: server.address, specId, headers }).connect();
  const [one, two] = [open(), open()];
  await Promise.all([one.saved(), two.saved()]);
  for (let round = 0; round < ROUNDS; round += 1) {
    one.type(1, `[kept ${round}]`);
    await one.saved();
    const { pid } = (await readPostmaster(path.join(home, "postgres", "cluster")))!;
    const back = once(notices, "the database is back");
    process.kill(pid, "SIGKILL");
    one.type(1, `[meanwhile ${round}]`);
    await back;
    one.type(1, `[after ${round}]`);
    await Promise.all([one.saved(), two.shows(`[after ${round}]`)]);
  }
  // New connections, so that the reads are those of a process that starts now.
  await closeDatabase();
  const { document } = await getDraftMoment(db(), specId);
  const text = JSON.stringify(document.content);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const token of [`[kept ${round}]`, `[meanwhile ${round}]`, `[after ${round}]`]) {
      expect(text.split(token)).toHaveLength(2);
    }
  }
  const last = one.messages.findLast(({ type }) => type === "status");
  expect(last === undefined || ("saving" in last && last.saving)).toBe(true);
  [one, two].forEach((editor) => editor.close());
});
