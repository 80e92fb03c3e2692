/**
 * What may stand in a log. Logs are copied, shipped and kept, so no e-mail address, name, secret or
 * word of a spec belongs there (QUALITY, privacy P1). Everything that is logged goes through here.
 */

const HIDDEN = "[hidden]";
const DEEPEST = 6;

// Values under these names are never shown, however deep they are.
const HIDDEN_KEYS =
  /^(name|display_?name|full_?name|pseudonym|e?-?mail|to|from|ip|address|text|title|body|content|document|doc|markdown|json|quote|statement|note|reason_?text|message_?text|query|params|parameters|headers)$|e-?mail$|secret|token|password|passphrase|cookie|authorization|api_?key|verifier/i;

// Paths whose last part opens something for whoever holds it.
const SECRET_PATHS = /\/(invitation|reset-password|confirm|unsubscribe)\/[^/\s?#"']+/g;

// None of what is taken out of a text is there without one of these. Most texts are a word or a path.
const SUSPICIOUS = /[@?]|\/\/|\/(invitation|reset-password|confirm|unsubscribe)\//;

/** The path of a request without what nobody else may read: its query and one-time secrets. */
export function maskPath(url: string): string {
  if (!SUSPICIOUS.test(url) && !url.includes("#")) return url.slice(0, 300);
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return path.replace(SECRET_PATHS, "/$1/…").slice(0, 300);
}

/** A value as it may be logged. */
export function forLog(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return textForLog(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return errorForLog(value, depth);
  if (value instanceof Date) return value;
  if (depth >= DEEPEST) return "[deeper]";
  if (Array.isArray(value)) return value.slice(0, 50).map((each) => forLog(each, depth + 1));
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      each != null && isHidden(key) ? HIDDEN : forLog(each, depth + 1),
    ]),
  );
}

const judged = new Map<string, boolean>();

/** Whether values under a name are hidden. The names in our lines are few, and looking at one takes time. */
function isHidden(key: string): boolean {
  const known = judged.get(key);
  if (known !== undefined) return known;
  const hidden = HIDDEN_KEYS.test(key);
  if (judged.size < 500) judged.set(key, hidden);
  return hidden;
}

/** A sentence without passwords in addresses, queries, one-time links and e-mail addresses. */
export function textForLog(text: string): string {
  if (!SUSPICIOUS.test(text)) return text.slice(0, 8_000);
  return (
    text
      .slice(0, 8_000)
      .replace(/\/\/[^/\s@"']+@/g, "//")
      .replace(/((?:[a-z]+:\/)?\/[^\s?"'<>]*)\?[^\s"'<>]*/gi, "$1")
      .replace(SECRET_PATHS, "/$1/…")
      // Bounded parts: an open-ended pattern takes quadratic time on a long word without an @.
      .replace(/[^\s@<>"'(),:;[\]]{1,64}@[^\s@<>"'(),:;[\]]{1,255}/g, "[address]")
  );
}

/** An error as it may be logged. Of errors that quote data only the code and where it was remain. */
function errorForLog(error: Error, depth: number): object {
  const { code, table, constraint, digest } = error as unknown as Record<string, unknown>;
  const facts = Object.fromEntries(
    Object.entries({ code, table, constraint, digest }).filter(
      ([, value]) => typeof value === "string" || typeof value === "number",
    ),
  );
  const cause =
    error.cause !== undefined && depth < DEEPEST ? { cause: forLog(error.cause, depth + 1) } : {};
  if (quotesData(error)) {
    return { type: error.name, ...facts, meta: modelOf(error), stack: framesOf(error), ...cause };
  }
  return {
    type: error.name,
    message: textForLog(error.message),
    ...facts,
    stack: framesOf(error),
    ...cause,
  };
}

/**
 * Prisma prints the arguments of a query into its messages, PostgreSQL the value it could not read,
 * JSON.parse the text around the mistake. By name: two copies of a class can live in one process.
 */
function quotesData(error: Error): boolean {
  return (
    error.name.startsWith("PrismaClient") ||
    error.name === "DriverAdapterError" ||
    error instanceof SyntaxError ||
    "severity" in error
  );
}

/** Which table a Prisma error is about. The rest of `meta` can hold values. */
function modelOf(error: Error): object | undefined {
  const { meta } = error as { meta?: { modelName?: unknown; target?: unknown } };
  if (!meta) return undefined;
  return { modelName: meta.modelName, target: meta.target };
}

/** Where an error came from: the lines of its stack that name a place, without the message above. */
function framesOf(error: Error): string {
  const below = (error.stack ?? "").replace(error.message, "");
  const lines = below.split("\n").filter((line) => /^\s+at /.test(line));
  return lines.map((line) => line.trim()).join("\n");
}
