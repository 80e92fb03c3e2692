import type { NextRequest } from "next/server";
import { handlers } from "@/lib/auth/next-auth";
import { siteOrigin } from "@/lib/auth/settings";

// Of next-auth's addresses only the two that complete a sign-in are open. Everything else that it
// offers (its own pages, sign-out, the session as JSON) we do ourselves, so it is not there.

/** The OpenID provider sends people back here. State, nonce and PKCE tie the answer to this browser. */
export async function GET(request: NextRequest): Promise<Response> {
  if (request.nextUrl.pathname !== "/api/auth/callback/openid") return notFound();
  return handlers.GET(request);
}

/** The button on /sign-in/link posts here. Only from our own page: a form elsewhere must not sign people in. */
export async function POST(request: NextRequest): Promise<Response> {
  if (request.nextUrl.pathname !== "/api/auth/callback/mail") return notFound();
  if (request.headers.get("origin") !== siteOrigin()) return new Response(null, { status: 403 });
  return handlers.POST(request);
}

const notFound = () => new Response(null, { status: 404 });
