import type { Browser, BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { db } from "@/lib/data/db";
import { person } from "@/lib/testing/people";

const COOKIE = "authjs.session-token";

/** A browser context that carries the cookie of a new person's session. */
export async function signedInContext(
  browser: Browser,
  baseURL: string,
  who: { name?: string; administrator?: boolean; specCreator?: boolean },
): Promise<{ context: BrowserContext; userId: string }> {
  const { id: userId } = await person(who);
  const context = await browser.newContext({ baseURL });
  await context.addCookies([
    {
      name: COOKIE,
      value: await sessionToken(userId),
      url: baseURL,
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
  return { context, userId };
}

/** The value of a session cookie for a person, backed by a row as every sign-in is. */
export async function sessionToken(userId: string): Promise<string> {
  const session = await db().session.create({
    data: { userId, method: "password", expiresAt: new Date(Date.now() + 3_600_000) },
    select: { id: true },
  });
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set. Run these tests with npm run test:e2e.");
  return encode({ secret, salt: COOKIE, token: { sub: userId, sid: session.id } });
}
