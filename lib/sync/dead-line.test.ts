import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clause, spec } from "@/lib/spec/builders";
import { member } from "@/lib/testing/people";
import { keepConnected } from "./keep-connected";
import type { Editor } from "./testing/editor";
import { newSpec } from "./testing/sync-server";
import { TcpProxy } from "./testing/tcp-proxy";
import { useSync } from "./testing/use-sync";

const sync = useSync();

let line: TcpProxy;
let stop = () => {};
beforeEach(async () => {
  line = await TcpProxy.to("127.0.0.1", Number(new URL(sync.server.url).port));
});
afterEach(() => {
  stop();
  line.close();
});

/** Two in one draft, the first of them behind a line that a test can break. */
async function pair(): Promise<[far: Editor, near: Editor]> {
  const { specId, author } = await newSpec(
    spec(clause("honest", "Be honest", "Say what is true.")),
  );
  const far = await sync.open(author, specId, { address: `ws://localhost:${line.port}/sync` });
  const near = await sync.open(await member(specId, "editor"), specId);
  await Promise.all([far.saved(), near.saved()]);
  return [far, near];
}

describe("a line that died without a word", () => {
  it("is left, and what was written into it arrives when there is another", async () => {
    const [far, near] = await pair();
    line.silence();
    far.type(1, "Into the void. ");
    expect(far.state).toBe("sending");
    stop = keepConnected(far.provider, quiet(), 500);
    await far.when(() => far.state === "offline");
    // The next try hangs in its handshake. That is left, too.
    const hanging = far.provider.ws;
    await far.when(() => far.provider.ws !== hanging);
    line.heal();
    await Promise.all([far.saved(), near.shows("Into the void. ")]);
    expect(near.text().match(/Into the void/g)).toHaveLength(1);
  });

  it("is left at once when the browser says that the network is gone, and tried at once when it is back", async () => {
    const [far, near] = await pair();
    const around = quiet();
    stop = keepConnected(far.provider, around);
    line.cut();
    around.network.dispatchEvent(new Event("offline"));
    expect(far.state).toBe("offline");
    far.type(1, "Alone. ");
    // Without the hint, the next try would be in a minute.
    far.provider.maxBackoffTime = 60_000;
    far.provider.wsUnsuccessfulReconnects = 20;
    await far.closed(1006);
    line.heal();
    around.network.dispatchEvent(new Event("online"));
    await Promise.all([far.saved(), near.shows("Alone. ")]);
  });

  it("is not made again after the server ended it for good", async () => {
    const [far] = await pair();
    const around = quiet();
    stop = keepConnected(far.provider, around);
    far.provider.ws?.send(new Uint8Array([250, 250, 3, 1]));
    await far.closed(1002);
    for (const hint of ["offline", "online"]) around.network.dispatchEvent(new Event(hint));
    around.page.dispatchEvent(new Event("visibilitychange"));
    expect(far.provider.ws).toBeNull();
  });
});

const quiet = () => ({ network: new EventTarget(), page: new EventTarget() });
