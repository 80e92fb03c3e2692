// A process that serves the newest release of the corpus for bench/page.ts, through the very way that
// requests take in production, and the same text as a bare static page at /bare. Speaks over IPC.
import { createServer } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { brotliCompressSync } from "node:zlib";
import { createSpec, CreateSpec } from "@/lib/commands/specs/create-spec";
import { recordRelease } from "@/lib/commands/review/record-release";
import { db } from "@/lib/data/db";
import { transaction } from "@/lib/data/transaction";
import { parse } from "@/lib/markdown/parse";
import { releases } from "@/lib/markdown/testing/corpus";
import { mintUid } from "@/lib/mint-uid";
import { copyDatabase } from "@/lib/testing/copy-database";
import { portOf, settings } from "@/lib/testing/http-server";
import { person } from "@/lib/testing/people";
import { startTestCluster } from "@/lib/testing/test-cluster";
import { requestListener } from "@/server/handle-request";
import { fixedHeaders } from "@/server/security-headers";
import { PublicReading } from "@/server/reading/public-reading";
import { assetHandler, readAssets } from "@/server/reading/reading-assets";

const cluster = await startTestCluster();
const { appUrl } = await copyDatabase(cluster);
process.env.DATABASE_URL = appUrl;
await publishCorpus();

const serverSettings = settings({ APP_URL: "http://localhost" });
const options = {
  origin: "http://localhost",
  assets: await readAssets(),
  databaseUrl: appUrl,
  banner: null,
  headers: fixedHeaders(serverSettings),
};
// Which page is there only once it is asked for, so the first answer ends the drawing.
const drawn = await costOfFirstPage();
const reopened = await costOfFirstPage();
const reading = new PublicReading(options);
const assets = await assetHandler();
let queries = 0;
db().$on("query", () => (queries += 1));
let bare: Buffer | null = null;
const listener = requestListener({
  settings: serverSettings,
  unguarded: () => false,
  ready: reading.ready,
  front: [reading.handler, assets],
  next: async (_req, res) => void res.writeHead(404).end(),
});
const server = createServer((req, res) => {
  if (req.url === "/bare-304") return void res.writeHead(304, { etag: '"bare"' }).end();
  if (req.url !== "/bare" || !bare) return listener(req, res);
  res.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-encoding": "br",
    "content-length": bare.length,
  });
  res.end(bare);
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: portOf(server), drawn, reopened }));

const stalls = monitorEventLoopDelay({ resolution: 5 });
stalls.enable();

process.on("message", async (asked) => {
  const message = asked as "cpu" | "stop" | { bare: string };
  if (message === "cpu") {
    const megabytes = Math.round(process.memoryUsage.rss() / 2 ** 20);
    process.send?.({ cpu: process.cpuUsage(), queries, megabytes, stalled: stalls.max / 1e6 });
    stalls.reset();
  } else if (message === "stop") {
    server.close();
    server.closeAllConnections();
    await reading.stop();
    await cluster.stop();
    process.exit(0);
  } else {
    bare = brotliCompressSync(message.bare);
    process.send?.({ bare: bare.length });
  }
});

/** Processor time in seconds until a process that begins can send the page, and stops again. */
async function costOfFirstPage(): Promise<number> {
  const before = process.cpuUsage();
  const fresh = new PublicReading(options);
  const server = createServer((req, res) => void fresh.handler(req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const answer = await fetch(`http://127.0.0.1:${portOf(server)}/bench`);
  if (answer.status !== 200) throw new Error("The page was not there.");
  await answer.text();
  const { user, system } = process.cpuUsage(before);
  server.closeAllConnections();
  server.close();
  await fresh.stop();
  return (user + system) / 1e6;
}

async function publishCorpus(): Promise<void> {
  const actor = await person({ specCreator: true });
  const { id } = await createSpec(
    actor,
    CreateSpec.parse({ title: "The spec of the bench", slug: "bench", summary: "A real one." }),
  );
  for (const { name, files } of releases) {
    const { document, source } = parse(files, { mint: mintUid });
    await transaction((tx) =>
      recordRelease(tx, {
        specId: id,
        label: name,
        document,
        source,
        changelog: "",
        origin: "imported",
        publishedById: actor.id,
        publishedAt: new Date(`${name}T12:00:00Z`),
      }),
    );
  }
}
