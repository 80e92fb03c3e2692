import { decodeJwt } from "./decode-jwt";
import type { NextAuthConfig } from "next-auth";
import type { OpenIdIdentity } from "@/lib/commands/people/sign-in-with-openid";

export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  clientSecret?: string;
  name: string;
}

/** Signing in at any OpenID Connect provider, found by its issuer address. */
export function openIdProvider(settings: OpenIdSettings): NextAuthConfig["providers"][number] {
  const { issuer, clientId, clientSecret, name } = settings;
  return {
    id: "openid",
    name,
    type: "oidc",
    issuer,
    clientId,
    ...(clientSecret
      ? { clientSecret }
      : { client: { token_endpoint_auth_method: "none" as const } }),
    authorization: { params: { scope: "openid profile email" } },
    checks: ["pkce", "state", "nonce"],
    // Name and address come from the userinfo endpoint: with the code flow a provider need not put
    // them into the id token (OpenID Connect Core 5.4).
    idToken: false,
    profile: (claims) => ({
      id: claims.sub,
      name: claims.name ?? claims.preferred_username ?? null,
      email: claims.email ?? null,
    }),
  };
}

/** What a command needs of the claims. Some providers write booleans as words. */
export function openIdIdentity(
  subject: string,
  claims: Readonly<Record<string, unknown>>,
): OpenIdIdentity {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    provider: "openid",
    subject,
    name: text(claims.name) ?? text(claims.preferred_username),
    email: text(claims.email),
    emailVerified: claims.email_verified === true || claims.email_verified === "true",
  };
}

/**
 * When the person proved to the provider who they are. A provider that remembers somebody from this
 * morning says so here, and then sensitive steps ask again. Undefined when it does not tell.
 */
export function provenAt(idToken: string | undefined): Date | undefined {
  const { auth_time: seconds } = idToken ? decodeJwt(idToken) : {};
  return typeof seconds === "number" ? new Date(seconds * 1_000) : undefined;
}
