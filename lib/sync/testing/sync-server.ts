import type { Server } from "node:http";
import { sealSession, sessionCookie } from "@/lib/auth/session-cookie";
import { createSpec, CreateSpec } from "@/lib/commands/specs/create-spec";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { startSession } from "@/lib/commands/people/start-session";
import { transaction } from "@/lib/data/transaction";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/policy/actor";
import type { SpecDocument } from "@/lib/spec/document";
import { portOf } from "@/lib/testing/http-server";
import { person } from "@/lib/testing/people";
import { createHttpServer } from "@/server/create-http-server";
import { requestListener } from "@/server/handle-request";
import { listen } from "@/server/listen";
import { answerPlainly } from "@/server/plain-answer";
import { SyncEndpoint, type SyncOptions } from "@/server/sync-endpoint";
import { upgradeListener } from "@/server/upgrade";

export interface SyncServer {
  /** As WebsocketProvider takes it: ws://…/sync */
  address: string;
  /** http://… */
  url: string;
  http: Server;
  endpoint: SyncEndpoint;
  /** As a process that is told to end. */
  stop: () => Promise<void>;
  /** As a process that is killed: nobody is told, nothing is finished. */
  kill: () => void;
}

/** The sync endpoint behind the listeners of the real server, in this process, on a free port. */
export async function startSyncServer(
  more: Partial<SyncOptions> = {},
  port = 0,
): Promise<SyncServer> {
  const settings = env();
  const endpoint = new SyncEndpoint({
    databaseUrl: process.env.DATABASE_URL ?? "",
    origin: settings.APP_URL,
    socketsPerAddress: 1_000,
    ...more,
  });
  const http = createHttpServer();
  http.on("upgrade", upgradeListener({ settings, routes: [endpoint], next: null }));
  http.on(
    "request",
    requestListener({
      settings,
      unguarded: () => false,
      front: [endpoint.answerState],
      next: async (_, res) => answerPlainly(res, 404, "no pages here"),
    }),
  );
  await listen(http, port, "127.0.0.1");
  const own = portOf(http);
  return {
    address: `ws://localhost:${own}/sync`,
    url: `http://localhost:${own}`,
    http,
    endpoint,
    stop: async () => {
      await endpoint.close();
      await new Promise((resolve) => {
        http.close(resolve);
        http.closeAllConnections();
      });
    },
    kill: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}

/** Headers of a page of ours in the browser of somebody who is signed in. */
export async function headersOf({ id }: Pick<Actor, "id">): Promise<Record<string, string>> {
  const session = await startSession({ userId: id, method: "password", device: "" }, new Date());
  const value = await sealSession({ sessionId: session.id, userId: id });
  return { cookie: `${sessionCookie().name}=${value}`, origin: env().APP_URL };
}

let count = 0;

/** A spec with this text in its draft, and its publisher. */
export async function newSpec(
  document: SpecDocument | null = null,
): Promise<{ specId: string; author: Actor }> {
  const author = await person({ specCreator: true });
  count += 1;
  const input = CreateSpec.parse({ title: "Live", slug: `live-${process.pid}-${count}` });
  const { id: specId } = await createSpec(author, input);
  if (document) {
    await transaction((tx) =>
      changeDraft(tx, { specId, authorId: author.id, origin: "import" }, (before) => ({
        ...before,
        ...document,
        levels: before.levels,
      })),
    );
  }
  return { specId, author };
}
