import { connect, type Socket } from "node:net";
import WebSocket from "ws";
import { DRAFT_VERSION } from "@/lib/draft/draft-schema";
import type { SyncServer } from "./sync-server";

const pathOf = (specId: string) => `/sync/${specId}?version=${DRAFT_VERSION}&epoch=1`;

/** A WebSocket that says what a test wants. */
export async function openRaw(
  server: SyncServer,
  specId: string,
  headers: Record<string, string>,
): Promise<WebSocket> {
  const socket = new WebSocket(`${server.address}/${pathOf(specId).slice("/sync/".length)}`, {
    headers,
  });
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("message", resolve));
  return socket;
}

export const closeCodeOf = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.once("close", resolve));

/** A connection after the handshake, for bytes that are no WebSocket. */
export async function openBytes(
  server: SyncServer,
  specId: string,
  headers: Record<string, string>,
): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const lines = Object.entries({
    host: new URL(server.url).host,
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  socket.write(`GET ${pathOf(specId)} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  await new Promise((resolve) => socket.once("data", resolve));
  return socket;
}
