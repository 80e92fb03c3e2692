import { createHash } from "node:crypto";

/**
 * The content security policy of a page for readers. No nonce, because the page is the same for
 * everybody: the one style sheet and the one line of script that stand in it are allowed by their
 * hash, everything else must be a file of ours.
 */
export function pagePolicy(css: string, earlyScript: string, isHttps: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashOf(earlyScript)}`,
    `style-src 'self' ${hashOf(css)}`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
