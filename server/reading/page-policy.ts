import { createHash } from "node:crypto";
import type { ReadingAssets } from "@/components/reading/reading-facts";

/**
 * The content security policy of pages for readers. No nonce, because the pages are the same for
 * everybody: the one style sheet and the one line of script that stand in them are allowed by their
 * hash, everything else must be a file of ours.
 */
export function pagePolicy({ css, earlyScript }: ReadingAssets, isHttps: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashOf(earlyScript)}`,
    `style-src 'self' ${hashOf(css)}`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self' data:",
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
