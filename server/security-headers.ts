import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Env } from "@/lib/env";

export type SecuritySettings = Pick<Env, "APP_URL" | "NODE_ENV" | "OIDC_ISSUER">;

/** Headers that are the same on every answer. */
export function fixedHeaders({ APP_URL }: SecuritySettings): Readonly<Record<string, string>> {
  return {
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy":
      "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    // Only where https is served: the promise would lock people out of a plain installation.
    ...(isHttps(APP_URL) ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}

/**
 * The content security policy of one answer: scripts and style elements run only with the nonce,
 * nothing comes from elsewhere, nobody frames us.
 *
 * @param nonce Unique and not to be guessed; Next reads it from the request's own policy header.
 */
export function contentSecurityPolicy(nonce: string, settings: SecuritySettings): string {
  const { APP_URL, NODE_ENV, OIDC_ISSUER } = settings;
  const https = isHttps(APP_URL);
  const isDevelopment = NODE_ENV === "development";
  const socket = `${https ? "wss" : "ws"}://${new URL(APP_URL).host}`;
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      // React rebuilds the stacks of server errors with eval, in development alone.
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    // Hot reload puts style elements into the page without a nonce; beside one, the word is ignored.
    "style-src": ["'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    // Older Safari does not count web sockets as 'self'.
    "connect-src": ["'self'", socket],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    // Browsers follow the redirect of a form to the provider only when the provider is named.
    "form-action": ["'self'", ...(OIDC_ISSUER ? [new URL(OIDC_ISSUER).origin] : [])],
    "object-src": ["'none'"],
    ...(https ? { "upgrade-insecure-requests": [] } : {}),
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

/** Puts the security headers on an answer, and the nonce on the request, where the pages find it. */
export function securityHeaders(settings: SecuritySettings) {
  const fixed = Object.entries(fixedHeaders(settings));
  return (req: IncomingMessage, res: ServerResponse): void => {
    const nonce = randomBytes(16).toString("base64");
    const policy = contentSecurityPolicy(nonce, settings);
    req.headers["x-nonce"] = nonce;
    req.headers["content-security-policy"] = policy;
    res.setHeader("content-security-policy", policy);
    for (const [name, value] of fixed) res.setHeader(name, value);
  };
}

const isHttps = (origin: string) => new URL(origin).protocol === "https:";
