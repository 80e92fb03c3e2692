import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { portOf, sendRaw, settings } from "@/lib/testing/http-server";
import { createHttpServer } from "./create-http-server";
import { listen } from "./listen";
import { upgradeListener, type UpgradeRoute } from "./upgrade";

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

async function start(routes: UpgradeRoute[] = [], next: Server | null = null): Promise<void> {
  server = createHttpServer();
  server.on("upgrade", upgradeListener({ settings: settings(), routes, next }));
  await listen(server, 0, "127.0.0.1");
}

const upgrade = (path: string, host = "spec.example.org") =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-Forwarded-For: 6.6.6.6\r\n\r\n`;

const route = (handle: UpgradeRoute["handle"]): UpgradeRoute => ({
  prefix: "/sync/",
  handle,
  close: async () => undefined,
});

describe("a request for a WebSocket", () => {
  it("is refused in words where there is none, and the connection is closed", async () => {
    await start();
    const answer = await sendRaw(server, upgrade("/w/anything"));
    expect(answer).toMatch(/^HTTP\/1.1 404 Not Found\r\n/);
    expect(answer).toMatch(/x-request-id: /);
    expect(answer).toContain("There is no WebSocket here.");
  });

  it("is refused for another host", async () => {
    await start([route((_, socket) => void socket.end("reached"))]);
    expect(await sendRaw(server, upgrade("/sync/x", "evil.example"))).toMatch(/^HTTP\/1.1 421 /);
  });

  it("reaches its endpoint with the address that we saw", async () => {
    await start([
      route((req, socket) => void socket.end(`${req.url} ${req.headers["x-forwarded-for"]}`)),
    ]);
    expect(await sendRaw(server, upgrade("/sync/model"))).toBe("/sync/model 127.0.0.1");
  });

  it("gets an answer when its endpoint fails", async () => {
    await start([route(() => Promise.reject(new Error("secret reason")))]);
    const answer = await sendRaw(server, upgrade("/sync/model"));
    expect(answer).toMatch(/^HTTP\/1.1 500 /);
    expect(answer).not.toContain("secret reason");
  });

  it("goes to hot reload in development, and only there", async () => {
    const side = createServer();
    side.on("upgrade", (_, socket) => void socket.end("hot"));
    await start([], side);
    expect(await sendRaw(server, upgrade("/_next/hmr"))).toBe("hot");
    expect(await sendRaw(server, upgrade("/elsewhere"))).toMatch(/^HTTP\/1.1 404 /);
  });

  it("from somebody who vanishes at once harms nobody", async () => {
    await start();
    const gone = connect(portOf(server), "127.0.0.1", () => {
      gone.write(upgrade("/x"));
      gone.resetAndDestroy();
    });
    await new Promise((resolve) => gone.once("close", resolve));
    expect(await sendRaw(server, upgrade("/x"))).toMatch(/^HTTP\/1.1 404 /);
  });
});
