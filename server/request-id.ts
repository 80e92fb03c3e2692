import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

const SANE = /^[\w-]{8,64}$/;

/**
 * The id that joins a request, its log lines and what people report: the one a proxy gave when it is
 * sane, else a new one. It stands on the request afterwards, so that pages see it too.
 */
export function requestIdOf(req: IncomingMessage): string {
  const given = req.headers["x-request-id"];
  const id = typeof given === "string" && SANE.test(given) ? given : randomUUID();
  req.headers["x-request-id"] = id;
  return id;
}
