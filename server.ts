import { pathToFileURL } from "node:url";
import { DEMO_WORDS } from "@/app/demo-words";
import { closeDatabase } from "@/lib/data/db";
import { env, type Env } from "@/lib/env";
import { log } from "@/lib/log";
import { sendConsoleToLog } from "@/server/console-to-log";
import { createHttpServer } from "@/server/create-http-server";
import { drain } from "@/server/drain";
import type { FrontHandler } from "@/server/front";
import { requestListener } from "@/server/handle-request";
import { healthChecks } from "@/server/health";
import { keepForgettingUploads } from "@/server/forget-uploads";
import { sendMail } from "@/lib/mail/send-mail";
import { mailSettings } from "@/lib/auth/settings";
import { keepMailing } from "@/server/keep-mailing";
import { keepPublishing } from "@/server/keep-publishing";
import { keepRevisions } from "@/server/keep-revisions";
import { listen } from "@/server/listen";
import { openNext } from "@/server/open-next";
import { PublicReading } from "@/server/reading/public-reading";
import { assetHandler, readAssets } from "@/server/reading/reading-assets";
import { fixedHeaders } from "@/server/security-headers";
import { stopOnSignals } from "@/server/stop-on-signals";
import { SyncEndpoint } from "@/server/sync-endpoint";
import { upgradeListener } from "@/server/upgrade";

// Requests get this long to be answered once the server stops (QUALITY F16).
const DRAIN_MS = 10_000;

export interface RunningServer {
  settings: Env;
}

/**
 * Starts Precept: one process, one HTTP server, Next behind our own handlers. Needs a migrated database
 * at DATABASE_URL; the scripts see to that.
 *
 * @param afterStop What the caller opened and wants closed last, such as the embedded database.
 * @throws EnvironmentInvalid, CannotListen with words for people.
 */
export async function startServer(
  afterStop: () => Promise<void> = async () => undefined,
): Promise<RunningServer> {
  const settings = env();
  if (settings.NODE_ENV === "production") sendConsoleToLog();
  let stopping = false;
  const server = createHttpServer();
  const next = await openNext(settings);
  const reading = await openReading(settings);
  const sync = new SyncEndpoint({
    databaseUrl: settings.DATABASE_URL,
    origin: settings.APP_URL,
    socketsPerAddress: settings.SYNC_SOCKETS_PER_ADDRESS,
  });
  server.on(
    "request",
    requestListener({
      settings,
      unguarded: healthChecks(() => stopping),
      ready: reading.ready,
      front: [...reading.front, sync.answerState],
      next: next.handle,
    }),
  );
  const isDevelopment = settings.NODE_ENV === "development";
  server.on(
    "upgrade",
    upgradeListener({ settings, routes: [sync], next: isDevelopment ? next.side : null }),
  );
  await listen(server, settings.PORT, settings.HOST);
  const stopKeeping = keepRevisions();
  const stopForgetting = keepForgettingUploads();
  const stopPublishing = keepPublishing();
  const mail = mailSettings();
  const stopMailing = mail
    ? keepMailing({ send: (one) => sendMail(mail, one), origin: settings.APP_URL })
    : async () => undefined;
  stopOnSignals(async () => {
    stopping = true;
    const [allAnswered] = await Promise.all([drain(server, DRAIN_MS), sync.close()]);
    if (!allAnswered) log().warn("some requests were cut off");
    stopForgetting();
    await Promise.all([stopKeeping(), stopPublishing(), stopMailing()]);
    await next.close();
    await reading.close();
    await closeDatabase();
    await afterStop();
  });
  log().info({ host: settings.HOST, port: settings.PORT }, "listening");
  return { settings };
}

interface OpenReading {
  ready: PublicReading["ready"];
  front: readonly FrontHandler[];
  close: () => Promise<void>;
}

/** Published pages and what they need, answered in front of Next. */
async function openReading(settings: Env): Promise<OpenReading> {
  const reading = new PublicReading({
    origin: settings.APP_URL,
    databaseUrl: settings.DATABASE_URL,
    assets: await readAssets(),
    banner: settings.DEMO ? DEMO_WORDS : null,
    headers: fixedHeaders(settings),
  });
  return {
    ready: reading.ready,
    front: [reading.handler, await assetHandler()],
    close: () => reading.stop(),
  };
}

// `node .build/server.mjs` serves by itself, for those who prepare the database in another way.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await startServer();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
