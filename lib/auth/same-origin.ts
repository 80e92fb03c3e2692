import { Forbidden } from "@/lib/errors";
import { siteOrigin } from "./settings";

/**
 * Refuses a form or request that another site sent with our cookie (QUALITY H13). Browsers name the
 * origin of every post; one without it comes from no page of ours. Server actions have the same check
 * in Next itself.
 *
 * @throws Forbidden
 */
export function requireSameOrigin(headers: Headers): void {
  const origin = headers.get("origin");
  if (origin !== null && (origin === siteOrigin() || isThisHost(origin, headers))) return;
  throw new Forbidden("send this from another site", "Open the page here and send it again.");
}

/** Another name of this machine: server.ts lets only known hosts through. */
function isThisHost(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  return protocol === new URL(siteOrigin()).protocol && host === headers.get("host");
}
