import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { siteOrigin } from "./settings";

/** What the cookie carries: which session, of whom. Everything else is read from the database. */
export interface SessionIds {
  readonly sessionId: string;
  readonly userId: string;
}

export const SESSION_MAX_AGE_SECONDS = 30 * 86_400;

/** Name and options of the cookie, the same for next-auth and for our own sign-ins. */
export function sessionCookie() {
  const secure = siteOrigin().startsWith("https:");
  return {
    // Browsers let only an https page of this host set a cookie whose name begins with __Secure-.
    name: secure ? "__Secure-authjs.session-token" : "authjs.session-token",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

/**
 * A cookie that says only that somebody is signed in here. Published pages are the same bytes for
 * everybody; their script reads it to show the way to one's work (components/reading/island).
 */
export function signedInHint() {
  const { secure } = sessionCookie().options;
  return {
    name: "signed-in",
    value: "1",
    options: { httpOnly: false, sameSite: "lax", path: "/", secure } as const,
  };
}

/** The cookie's value: the two ids, encrypted by next-auth with AUTH_SECRET. */
export function sealSession({ sessionId, userId }: SessionIds): Promise<string> {
  return encode({
    token: { sub: userId, sid: sessionId },
    secret: env().AUTH_SECRET,
    salt: sessionCookie().name,
    maxAge: SESSION_MAX_AGE_SECONDS,
  });
}

/**
 * The ids in the session cookie of a request. They say who claims to be there; whether the session is
 * alive is the database's word (`findLiveSession`). Runs in plain Node, for the sync endpoint too.
 *
 * @param cookieHeader The Cookie header.
 * @returns Null when there is no cookie or it was not made by us.
 */
export async function openSessionCookie(cookieHeader: string | null): Promise<SessionIds | null> {
  const { name } = sessionCookie();
  const token = readCookie(cookieHeader ?? "", name);
  if (!token) return null;
  const secret = env().AUTH_SECRET;
  const known = opened.find(token, secret);
  if (known) return known;
  try {
    const payload = await decode({ token, secret, salt: name });
    const { sub, sid } = payload ?? {};
    if (!isUuid(sub) || !isUuid(sid)) return null;
    return opened.keep(token, secret, { userId: sub, sessionId: sid });
  } catch {
    // A cookie that cannot be opened is one that we did not make: forged, expired or from before the
    // secret changed. It is nobody's session, not a fault.
    return null;
  }
}

/**
 * Cookies that were opened. Opening one takes 1.6 ms of the processor, twice for everybody who joins a draft, and
 * what is in it never changes. When the session ends is not its word but the database's, which is asked each time.
 */
class OpenedCookies {
  private readonly ids = new Map<string, SessionIds>();
  private secret = "";

  find(token: string, secret: string): SessionIds | undefined {
    return secret === this.secret ? this.ids.get(token) : undefined;
  }

  keep(token: string, secret: string, ids: SessionIds): SessionIds {
    if (secret !== this.secret || this.ids.size >= KEPT_COOKIES) this.ids.clear();
    this.secret = secret;
    this.ids.set(token, ids);
    return ids;
  }
}

const KEPT_COOKIES = 2_000;
const opened = new OpenedCookies();

function readCookie(header: string, name: string): string | undefined {
  const prefix = `${name}=`;
  return header
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix))
    ?.slice(prefix.length);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isUuid = (value: unknown): value is string => typeof value === "string" && UUID.test(value);
