import { findLiveSession, type SignedIn } from "@/lib/data/sessions";
import { openSessionCookie } from "./session-cookie";

/**
 * Who sends a request, read afresh from the database. No Next is needed: the sync endpoint calls it
 * with the headers of a plain Node upgrade request.
 *
 * @returns Null when nobody is signed in: no cookie, a forged one, a session that ended or ran out, a
 *   person who was suspended or erased.
 */
export async function actorFromRequest(
  headers: Headers | Readonly<Record<string, string | string[] | undefined>>,
  at: Date | null = null,
): Promise<SignedIn | null> {
  const ids = await openSessionCookie(cookieHeader(headers));
  return ids && findLiveSession(ids, at);
}

function cookieHeader(headers: Parameters<typeof actorFromRequest>[0]): string | null {
  if (headers instanceof Headers) return headers.get("cookie");
  const { cookie } = headers;
  return Array.isArray(cookie) ? cookie.join("; ") : (cookie ?? null);
}
