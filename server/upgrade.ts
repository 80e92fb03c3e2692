import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Env } from "@/lib/env";
import { log, runInRequest } from "@/lib/log";
import { maskPath } from "@/lib/log-privacy";
import { cleanRequest, findHost } from "./clean-request";
import { answerOnSocket } from "./plain-answer";
import { refuseEarly } from "./refuse-early";
import { requestIdOf } from "./request-id";

/** A WebSocket endpoint. */
export interface UpgradeRoute {
  /** Begin of the path, with both slashes: "/sync/". */
  prefix: string;
  /** Checks who is there and takes over the socket, or answers on it (`answerOnSocket`). */
  handle: (req: IncomingMessage, socket: Duplex, head: Buffer) => void | Promise<void>;
  /** Called when the server stops: finish what was begun and close all sockets. */
  close: () => Promise<void>;
}

export interface UpgradeParts {
  settings: Env;
  routes: readonly UpgradeRoute[];
  /** In development, Next's own sockets for hot reload; else null. */
  next: Server | null;
}

/** Leads requests for a WebSocket to their endpoint and refuses the rest with a proper answer. */
export function upgradeListener({ settings, routes, next }: UpgradeParts) {
  return (req: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const id = requestIdOf(req);
    // Without a listener, a peer that vanishes in the middle ends the process.
    socket.on("error", () => socket.destroy());
    const refuse = (status: number, words: string) => {
      runInRequest(id, () =>
        log().info({ path: maskPath(req.url ?? ""), status }, "upgrade refused"),
      );
      answerOnSocket(socket, status, words, { "x-request-id": id });
    };

    const refusal = refuseEarly(req, settings);
    if (refusal) return refuse(refusal.status, refusal.words);
    const route = routes.find(({ prefix }) => req.url?.startsWith(prefix));
    if (route) {
      cleanRequest(req, findHost(req.headers, settings) ?? "", settings);
      void runInRequest(id, async () => {
        try {
          await route.handle(req, socket, head);
        } catch (error) {
          log().error({ err: error }, "upgrade failed");
          refuse(500, "Something went wrong on our side.");
        }
      });
      return;
    }
    if (next && req.url?.startsWith("/_next/") && next.listenerCount("upgrade") > 0) {
      next.emit("upgrade", req, socket, head);
      return;
    }
    refuse(404, "There is no WebSocket here.");
  };
}
