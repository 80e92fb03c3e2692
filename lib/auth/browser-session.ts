import { cookies, headers } from "next/headers";
import { endSession } from "@/lib/commands/people/end-session";
import { startSession, type StartSession } from "@/lib/commands/people/start-session";
import { addressOf } from "./client-address";
import { currentSignedIn } from "./current-actor";
import { sealSession, sessionCookie, signedInHint } from "./session-cookie";
import { sessionContext } from "./session-context";

/** Signs the browser of this request in, by our own means (password, invitation), and sets its cookie. */
export async function openBrowserSession(
  userId: string,
  method: StartSession["method"],
  at: Date,
): Promise<void> {
  const { id, expiresAt } = await startSession(
    { userId, method, ...(await sessionContext(new Headers(await headers()))) },
    at,
  );
  const { name, options } = sessionCookie();
  const value = await sealSession({ sessionId: id, userId });
  const jar = await cookies();
  jar.set(name, value, { ...options, expires: expiresAt });
  const hint = signedInHint();
  jar.set(hint.name, hint.value, { ...hint.options, expires: expiresAt });
}

/** Signs the browser of this request out: the session ends, and the cookie goes. */
export async function closeBrowserSession(at: Date): Promise<void> {
  const signedIn = await currentSignedIn();
  if (signedIn) await endSession(signedIn.actor, { sessionId: signedIn.sessionId }, at);
  await forgetBrowserSession();
}

/** Takes the cookie away, when the session behind it is gone already. */
export async function forgetBrowserSession(): Promise<void> {
  const { name, options } = sessionCookie();
  const jar = await cookies();
  jar.set(name, "", { ...options, maxAge: 0 });
  const hint = signedInHint();
  jar.set(hint.name, "", { ...hint.options, maxAge: 0 });
}

/** The network address of this request, for limits. */
export async function requestAddress(): Promise<string> {
  return addressOf(new Headers(await headers()));
}
