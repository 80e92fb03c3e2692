import { createHash } from "node:crypto";

/**
 * JSON for everybody: kept by caches for half a minute, asked after with its ETag afterwards, readable
 * from other sites. What goes in here must be public.
 */
export function cachedJson(request: Request, value: unknown): Response {
  const text = JSON.stringify(value);
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "public, max-age=30, stale-while-revalidate=300",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    etag,
  };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  const isKnown = known.some((tag) => tag.replace(/^W\//, "") === etag);
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
}

/** An answer for what does not exist; not kept, for it may exist soon. */
export const missing = (message: string): Response =>
  Response.json(
    { error: { code: "not_found", message } },
    { status: 404, headers: { "cache-control": "no-store" } },
  );
