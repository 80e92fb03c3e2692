import { env } from "@/lib/env";

/** The part of the environment that says how people come in, as questions. */

/** Whether anybody may make an account, or only people with an invitation. */
export const isSignUpOpen = (): boolean => env().SIGN_UP === "open";

/** Whether mail can be sent, so that an address is proven before an account begins. */
export const confirmsAddresses = (): boolean => mailSettings() !== null;

/** How mail leaves, or null when none is configured. */
export function mailSettings(): { server: string; from: string } | null {
  const { SMTP_URL, MAIL_FROM } = env();
  return SMTP_URL ? { server: SMTP_URL, from: MAIL_FROM } : null;
}

/** The OpenID provider, or null when none is configured. */
export function openIdSettings() {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    /** What the button says: "Continue with …". */
    name: OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
  };
}

/** The ways to sign in that this installation has, for pages. */
export interface SignInMethods {
  mail: boolean;
  /** Name of the OpenID provider, or null. */
  provider: string | null;
  signUp: boolean;
}

export const signInMethods = (): SignInMethods => ({
  mail: mailSettings() !== null,
  provider: openIdSettings()?.name ?? null,
  signUp: isSignUpOpen(),
});

/** Where this installation is reached: scheme, host and port, never taken from a request. */
export const siteOrigin = (): string => new URL(env().APP_URL).origin;
