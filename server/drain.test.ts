import { Agent, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { ask } from "@/lib/testing/http-server";
import { createHttpServer } from "./create-http-server";
import { drain } from "./drain";
import { listen } from "./listen";

let server: Server;
const agent = new Agent({ keepAlive: true });
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
});

/** A server whose answers the test gives by hand. */
async function start(): Promise<{ begun: Promise<ServerResponse> }> {
  server = createHttpServer();
  const begun = new Promise<ServerResponse>((resolve) =>
    server.on("request", (req, res) => {
      if (req.url === "/slow") resolve(res);
      else res.end("quick");
    }),
  );
  await listen(server, 0, "127.0.0.1");
  return { begun };
}

describe("stopping", () => {
  it("waits for the answer to a request that was begun", async () => {
    const { begun } = await start();
    const asked = ask(server, "/slow", { agent });
    const res = await begun;
    const drained = drain(server, 10_000);
    res.end("late but whole");
    expect((await asked).body).toBe("late but whole");
    expect(await drained).toBe(true);
  });

  it("takes no new connection", async () => {
    const { begun } = await start();
    const asked = ask(server, "/slow", { agent });
    const res = await begun;
    const address = server.address();
    const drained = drain(server, 10_000);
    const late = { ...(address as object), address: () => address } as unknown as Server;
    await expect(ask(late, "/")).rejects.toThrow(/ECONNREFUSED/);
    res.end();
    await Promise.all([asked, drained]);
  });

  it("closes connections that are only kept open", async () => {
    await start();
    await ask(server, "/quick", { agent });
    expect(await drain(server, 10_000)).toBe(true);
  });

  it("cuts off what takes too long, and says so", async () => {
    const { begun } = await start();
    const asked = ask(server, "/slow", { agent });
    asked.catch(() => undefined);
    await begun;
    expect(await drain(server, 50)).toBe(false);
    await expect(asked).rejects.toThrow();
  });
});
