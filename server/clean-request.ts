import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Env } from "@/lib/env";
import { ADDRESS_HEADER, clientAddress } from "@/lib/auth/client-address";

// Headers that we, Next or a proxy of ours write. From a client they are attempts: several have opened
// Next applications before (x-middleware-subrequest), others would forge an address or a nonce.
const OURS =
  /^(x-nonce|content-security-policy(-report-only)?|forwarded|x-real-ip|x-forwarded-.*|x-middleware-.*|x-invoke-.*|x-matched-path|x-now-.*|x-vercel-.*|x-next-.*|x-prerender-.*|x-precept-.*)$/;

/**
 * Removes from a request what only we may say, and says it: which address people typed, and from which
 * address they come.
 *
 * @param host The host as `findHost` found it.
 */
export function cleanRequest(
  req: IncomingMessage,
  host: string,
  { APP_URL, TRUST_PROXY }: Pick<Env, "APP_URL" | "TRUST_PROXY">,
): void {
  const address = clientAddress(
    req.socket.remoteAddress,
    single(req.headers["x-forwarded-for"]),
    TRUST_PROXY,
  );
  const { headers } = req;
  for (const name of Object.keys(headers)) if (OURS.test(name)) delete headers[name];
  headers.host = host;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = new URL(APP_URL).protocol.slice(0, -1);
  headers["x-forwarded-for"] = address;
  headers[ADDRESS_HEADER] = address;
}

/** The host that people typed: a trusted proxy tells it in a header of its own. */
export function findHost(
  headers: IncomingHttpHeaders,
  { TRUST_PROXY }: Pick<Env, "TRUST_PROXY">,
): string | undefined {
  const forwarded = TRUST_PROXY > 0 ? single(headers["x-forwarded-host"]) : undefined;
  return (forwarded?.split(",").at(-1)?.trim() || headers.host)?.toLowerCase();
}

const single = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(",") : value;
