import type { Account, NextAuthConfig, Profile } from "next-auth";
import { signInWithOpenId } from "@/lib/commands/people/sign-in-with-openid";
import { startSession } from "@/lib/commands/people/start-session";
import { findCredentials } from "@/lib/data/credentials";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { actorFromRequest } from "./actor-from-request";
import { sessionContext } from "./session-context";
import { authLogger } from "./auth-logger";
import { mailProvider } from "./mail-provider";
import { openIdIdentity, openIdProvider, provenAt } from "./openid-provider";
import { pathOnThisSite } from "./path-on-this-site";
import { peopleAdapter } from "./people-adapter";
import { SESSION_MAX_AGE_SECONDS, sessionCookie } from "./session-cookie";
import { isSignUpOpen, mailSettings, openIdSettings, siteOrigin } from "./settings";

/**
 * What next-auth does here: the mailed link and the OpenID provider, up to the moment when it is known
 * who somebody is. Made anew for each request, because it depends on who is signed in in that browser.
 */
export async function authConfig(headers: Headers): Promise<NextAuthConfig> {
  const mail = mailSettings();
  const openId = openIdSettings();
  const signedInAs = (await actorFromRequest(headers))?.actor.id ?? null;
  // next-auth builds addresses from this variable, and else from the Host header, which anybody can
  // write: a sign-in link must never point to somebody else's host.
  process.env.AUTH_URL = siteOrigin();
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    adapter: peopleAdapter(signedInAs),
    providers: [...(mail ? [mailProvider(mail)] : []), ...(openId ? [openIdProvider(openId)] : [])],
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    useSecureCookies: siteOrigin().startsWith("https:"),
    cookies: { sessionToken: sessionCookie() },
    pages: {
      signIn: "/sign-in",
      error: "/sign-in",
      verifyRequest: "/check-mail",
      newUser: "/welcome",
    },
    logger: authLogger,
    callbacks: {
      signIn: ({ user, account, profile, email }) =>
        email?.verificationRequest ? true : admit({ user, account, profile }, signedInAs),
      jwt: ({ user, account }) => openSession(user.id, account ?? null, headers),
      redirect: ({ url, baseUrl }) => baseUrl + pathOnThisSite(url),
    },
  };
}

/** Lets somebody in, or answers the page that says why not. */
async function admit(
  { user, account, profile }: SignInFacts,
  signedInAs: string | null,
): Promise<boolean | string> {
  try {
    if (account?.type === "email") return await admitByMail(user.email);
    if (account?.type !== "oidc") return false;
    const identity = openIdIdentity(account.providerAccountId, { ...profile });
    await signInWithOpenId(identity, signedInAs, new Date());
    return true;
  } catch (error) {
    if (error instanceof AppError) return `/sign-in?problem=${error.code}`;
    throw error;
  }
}

interface SignInFacts {
  user: { email?: string | null };
  account?: Account | null;
  profile?: Profile;
}

async function admitByMail(email: string | null | undefined): Promise<boolean | string> {
  const holder = await findCredentials({ email: email ?? "" });
  const welcome = holder ? !holder.isSuspended : isSignUpOpen();
  return welcome || "/sign-in?problem=forbidden";
}

/** Every sign-in is a row of its own; the cookie only names it. */
async function openSession(userId: string | undefined, account: Account | null, headers: Headers) {
  // Without an account this is no sign-in, and nothing else may make a cookie.
  if (!account || !userId) return null;
  const authenticatedAt = provenAt(account.id_token);
  const session = await startSession(
    {
      userId,
      method: account.type === "email" ? "mail" : "openid",
      ...(authenticatedAt ? { authenticatedAt } : {}),
      ...(await sessionContext(headers)),
    },
    new Date(),
  );
  return { sub: userId, sid: session.id };
}
