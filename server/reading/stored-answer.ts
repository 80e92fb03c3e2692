import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** An answer as it goes out, compressed once. */
export interface StoredAnswer {
  status: 200;
  /** By the name of the encoding; "identity" is always there. */
  bodies: Readonly<Record<Encoding, StoredBody>>;
}

export type Encoding = "br" | "gzip" | "identity";

interface StoredBody {
  bytes: Buffer;
  etag: string;
  /** Names and values in turn, as `writeHead` takes them. */
  headers: string[];
  /** Those that go with a 304. */
  unchanged: string[];
}

export interface AnswerHeaders {
  type: string;
  cache: string;
  /** Whether programs on other sites may read it. */
  shared: boolean;
  /** Headers that go with every encoding. */
  more?: Readonly<Record<string, string>>;
}

/** Brotli at its best, off the main thread: a second of a processor for a whole spec. */
export const compressed = (bytes: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/**
 * Compresses an answer in every encoding, off the main thread, and makes its headers. Strong ETags are
 * those of the bytes, one for each encoding.
 *
 * @param ready The body as brotli, where that was made before.
 */
export async function storedAnswer(
  body: string | Uint8Array,
  headers: AnswerHeaders,
  ready: Buffer | null = null,
): Promise<StoredAnswer> {
  const bytes = typeof body === "string" ? Buffer.from(body) : Buffer.from(body);
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  const [br, gz] = await Promise.all([
    ready ?? compressed(bytes),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  return {
    status: 200,
    bodies: {
      identity: stored(bytes, hash, "identity", headers),
      br: stored(br, hash, "br", headers),
      gzip: stored(gz, hash, "gzip", headers),
    },
  };
}

function stored(
  bytes: Buffer,
  hash: string,
  encoding: Encoding,
  { type, cache, shared, more = {} }: AnswerHeaders,
): StoredBody {
  const etag = encoding === "identity" ? `"${hash}"` : `"${hash}-${encoding}"`;
  const named: Record<string, string> = {
    "content-type": type,
    "content-length": String(bytes.length),
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    etag,
    vary: "accept-encoding",
    "cache-control": cache,
    ...more,
    ...(shared
      ? { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" }
      : {}),
  };
  const headers = Object.entries(named);
  return {
    bytes,
    etag,
    headers: headers.flat(),
    unchanged: headers.filter(([name]) => OF_A_304.has(name)).flat(),
  };
}

/**
 * RFC 9110, 15.4.5. What else goes with a page belongs to its bytes, and whoever is told that they are the
 * same has it: a policy changes with the style that it names.
 */
const OF_A_304 = new Set([
  "etag",
  "vary",
  "cache-control",
  "access-control-allow-origin",
  "cross-origin-resource-policy",
]);
