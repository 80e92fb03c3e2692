import type { IncomingMessage } from "node:http";
import type { Env } from "@/lib/env";
import { IMPORT_LIMITS } from "@/lib/import/limits";
import { findHost } from "./clean-request";
import { isKnownHost } from "./known-host";

/** The largest body of a request, in bytes (QUALITY T26). */
const LARGEST_BODY = 1024 * 1024;

/** The one place that takes more: a spec to be imported. It asks who sends before it reads. */
const UPLOAD = "/api/imports";

export interface Refusal {
  status: number;
  words: string;
}

/** Why a request is not looked at any further; null for most. */
export function refuseEarly(
  req: IncomingMessage,
  settings: Pick<Env, "APP_URL" | "TRUST_PROXY">,
): Refusal | null {
  const host = findHost(req.headers, settings);
  if (!host) return { status: 400, words: "The request names no host." };
  if (!req.url?.startsWith("/")) {
    return { status: 400, words: "The request names no path of this server." };
  }
  if (!isKnownHost(host, settings)) {
    return {
      status: 421,
      words: `This server answers at ${settings.APP_URL}. If people should reach it at another address, set APP_URL to that address.`,
    };
  }
  return refuseBody(req);
}

/**
 * Node's parser holds a body to the length that was announced, so looking at the announcement is
 * enough; a body without one could go on for ever. Browsers always announce the length.
 */
function refuseBody({ headers, method, url }: IncomingMessage): Refusal | null {
  if (headers["transfer-encoding"] !== undefined) {
    return { status: 411, words: "Send the length of the body (Content-Length)." };
  }
  const isUpload = method === "POST" && url?.split("?", 1)[0] === UPLOAD;
  const largest = isUpload ? IMPORT_LIMITS.bytes : LARGEST_BODY;
  if (Number(headers["content-length"] ?? 0) > largest) {
    return {
      status: 413,
      words: `That is too much at once: ${isUpload ? "an import" : "a request"} may hold ${largest / 1024 / 1024} MB.`,
    };
  }
  return null;
}
