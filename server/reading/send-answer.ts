import type { IncomingMessage, ServerResponse } from "node:http";
import type { Encoding, StoredAnswer } from "./stored-answer";

/**
 * Sends a stored answer in the best encoding that was asked for, or says that nothing has changed.
 *
 * @param more Headers of this answer alone, names and values in turn.
 */
export function sendAnswer(
  req: IncomingMessage,
  res: ServerResponse,
  answer: StoredAnswer,
  more: readonly string[] = [],
): void {
  const body = answer.bodies[bestEncoding(req.headers["accept-encoding"])];
  const matches = req.headers["if-none-match"];
  if (matches !== undefined && isKnown(matches, body.etag)) {
    // The policy that every request is given at first is that of pages for members. A browser would keep it
    // with the page that it has, and show that without its style and scripts.
    res.removeHeader("content-security-policy");
    res.writeHead(304, body.unchanged.concat(more));
    res.end();
    return;
  }
  res.writeHead(answer.status, body.headers.concat(more));
  res.end(req.method === "HEAD" ? undefined : body.bytes);
}

/** RFC 9110, 12.5.3: what is named with q=0 is refused, `*` stands for what is not named. */
function bestEncoding(accepted: string | string[] | undefined): Encoding {
  // What nearly every browser sends, without looking closer.
  if (accepted === "gzip, deflate, br, zstd" || accepted === "gzip, deflate, br") return "br";
  if (!accepted) return "identity";
  const weights = new Map(
    String(accepted)
      .split(",")
      .map((part) => {
        const [name = "", ...parameters] = part.trim().toLowerCase().split(";");
        const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean);
        return [name.trim(), weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  const [br, gzip] = [weightOf("br"), weightOf("gzip")];
  if (br === 0 && gzip === 0) return "identity";
  return br >= gzip ? "br" : "gzip";
}

/** Nearly always the one that we gave; a list or a weak one of it is looked at more closely. */
const isKnown = (header: string, etag: string) =>
  header === etag ||
  header === "*" ||
  header.split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
