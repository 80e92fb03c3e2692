import { STATUS_CODES, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/** Answers a request with one sentence for people. */
export function answerPlainly(res: ServerResponse, status: number, words: string): void {
  res.statusCode = status;
  res.setHeader("content-type", "text/plain; charset=utf-8");
  res.setHeader("cache-control", "no-store");
  res.end(`${words}\n`);
}

/**
 * Answers on a bare socket, where there is no response object: refused upgrades and requests that are
 * no HTTP. The socket is closed afterwards.
 */
export function answerOnSocket(
  socket: Duplex,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  // A peer that is gone already is no fault of ours.
  socket.on("error", () => socket.destroy());
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = `${words}\n`;
  const lines = Object.entries({
    "content-type": "text/plain; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...headers,
    connection: "close",
  }).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`, ...lines, "", ""].join("\r\n");
  socket.end(head + body, () => socket.destroy());
}
