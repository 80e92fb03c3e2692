import type { NextRequest } from "next/server";
import { handlers } from "@/lib/auth/next-auth";
import { SESSION_MAX_AGE_SECONDS, sessionCookie, signedInHint } from "@/lib/auth/session-cookie";
import { siteOrigin } from "@/lib/auth/settings";

// Of next-auth's addresses only the two that complete a sign-in are open. Everything else that it
// offers (its own pages, sign-out, the session as JSON) we do ourselves, so it is not there.

/** The OpenID provider sends people back here. State, nonce and PKCE tie the answer to this browser. */
export async function GET(request: NextRequest): Promise<Response> {
  if (request.nextUrl.pathname !== "/api/auth/callback/openid") return notFound();
  return withHint(await handlers.GET(request));
}

/** The button on /sign-in/link posts here. Only from our own page: a form elsewhere must not sign people in. */
export async function POST(request: NextRequest): Promise<Response> {
  if (request.nextUrl.pathname !== "/api/auth/callback/mail") return notFound();
  if (request.headers.get("origin") !== siteOrigin()) return new Response(null, { status: 403 });
  return withHint(await handlers.POST(request));
}

/** Published pages show who signed in the way to their work. */
function withHint(answer: Response): Response {
  const session = `${sessionCookie().name}=`;
  const opened = answer.headers
    .getSetCookie()
    .some((each) => each.startsWith(session) && !each.startsWith(`${session};`));
  if (!opened) return answer;
  const { name, value, options } = signedInHint();
  const secure = options.secure ? "; Secure" : "";
  answer.headers.append(
    "set-cookie",
    `${name}=${value}; Path=${options.path}; Max-Age=${SESSION_MAX_AGE_SECONDS}; SameSite=Lax${secure}`,
  );
  return answer;
}

const notFound = () => new Response(null, { status: 404 });
