import type { IncomingMessage, ServerResponse } from "node:http";
import { accessLog } from "@/lib/log";
import { maskPath } from "@/lib/log-privacy";

// Asked for many times a minute, or many times a page: of interest only when something is wrong.
const QUIET = /^\/(_next\/static\/|healthz$|readyz$)/;

/** Writes one line when a request has been answered: what was asked, what came of it, how long it took. */
export function logAccess(req: IncomingMessage, res: ServerResponse, requestId: string): void {
  const started = performance.now();
  // Next rewrites req.url while it routes.
  const path = maskPath(req.url ?? "");
  res.once("close", () => {
    const facts = {
      requestId,
      method: req.method,
      path,
      status: res.statusCode,
      ms: Math.round(performance.now() - started),
      ...(res.writableFinished ? {} : { aborted: true }),
    };
    const isQuiet = QUIET.test(path) && res.statusCode < 400;
    accessLog()[isQuiet ? "debug" : "info"](facts, "request");
  });
}
