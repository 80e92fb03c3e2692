import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Env } from "@/lib/env";
import { log, runInRequest } from "@/lib/log";
import { logAccess } from "./access-log";
import { cleanRequest, findHost } from "./clean-request";
import type { FrontHandler } from "./front";
import { answerPlainly } from "./plain-answer";
import { sendAnswer } from "./reading/send-answer";
import type { StoredAnswer } from "./reading/stored-answer";
import { refuseEarly } from "./refuse-early";
import { requestIdOf } from "./request-id";
import { securityHeaders } from "./security-headers";

export interface RequestParts {
  settings: Env;
  /** Asked before anything is known about the request but its path: health checks. */
  unguarded: FrontHandler;
  /**
   * What can be sent at once and is the same for everybody, with its security headers in it. Most
   * requests are for such pages, and everything else that a request needs costs more than sending one.
   * Nothing about it waits or can fail, so it needs no place of its own for its log lines either.
   */
  ready?: (req: IncomingMessage) => StoredAnswer | null;
  /** Asked in this order, in front of Next. */
  front: readonly FrontHandler[];
  next: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
}

/** The way of every request: id, log and headers first, then whoever answers it. */
export function requestListener(parts: RequestParts): RequestListener {
  const protect = securityHeaders(parts.settings);
  return (req, res) => {
    const id = requestIdOf(req);
    logAccess(req, res, id);
    const ready = parts.ready?.(req);
    if (ready && !refuseEarly(req, parts.settings)) {
      return sendAnswer(req, res, ready, ["x-request-id", id]);
    }
    void runInRequest(id, async () => {
      try {
        res.setHeader("x-request-id", id);
        await answer(req, res, parts, protect);
      } catch (error) {
        log().error({ err: error }, "request failed");
        if (res.headersSent) res.destroy();
        else answerPlainly(res, 500, `Something went wrong on our side. Tell us this id: ${id}`);
      }
    });
  };
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  { settings, unguarded, front, next }: RequestParts,
  protect: ReturnType<typeof securityHeaders>,
): Promise<void> {
  const refusal = refuseEarly(req, settings);
  cleanRequest(req, findHost(req.headers, settings) ?? "", settings);
  protect(req, res);
  if (await unguarded(req, res)) return;
  if (refusal) return answerPlainly(res, refusal.status, refusal.words);
  for (const handler of front) if (await handler(req, res)) return;
  await next(req, res);
}
