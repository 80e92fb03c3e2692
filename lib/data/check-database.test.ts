import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { checkDatabase } from "./check-database";

const database = useDatabase();

/** The address of the test database with parts changed. */
function changed(parts: Partial<Pick<URL, "password" | "pathname" | "port">>): string {
  return Object.assign(new URL(database.appUrl), parts).href;
}

describe("checkDatabase", () => {
  it("tells the version of a database that can be used", async () => {
    expect((await checkDatabase(database.appUrl)).version).toBeGreaterThanOrEqual(15);
  });

  it("says when the password is wrong, and does not repeat it", async () => {
    const checked = checkDatabase(changed({ password: "open-sesame" }));
    await expect(checked).rejects.toMatchObject({ code: "wrong-password" });
    await expect(checked).rejects.not.toThrow(/open-sesame/);
  });

  it("says when there is no such database", async () => {
    await expect(checkDatabase(changed({ pathname: "/nowhere" }))).rejects.toMatchObject({
      code: "no-database",
    });
  });

  it("says when nobody answers", async () => {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, "close");
    await expect(checkDatabase(changed({ port: String(port) }))).rejects.toMatchObject({
      code: "unreachable",
      message: expect.stringContaining(`127.0.0.1:${port} (ECONNREFUSED)`),
    });
  });

  it("says when the server is too old", async () => {
    const old = await oldServer();
    await expect(checkDatabase(old.url)).rejects.toMatchObject({
      code: "too-old",
      message: expect.stringMatching(/PostgreSQL 13.*15 or newer/),
    });
    old.close();
  });
});

/** Speaks just enough of PostgreSQL's protocol to let anybody in and be version 13. */
async function oldServer() {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const int = (value: number, size: 2 | 4) => {
    const bytes = Buffer.alloc(size);
    bytes.writeIntBE(value, 0, size);
    return bytes;
  };
  const ready = message("Z", Buffer.from("I"));
  const column = [
    Buffer.from("version\0"),
    int(0, 4),
    int(0, 2),
    int(25, 4),
    int(-1, 2),
    int(-1, 4),
    int(0, 2),
  ];
  const answer = Buffer.concat([
    message("T", Buffer.concat([int(1, 2), ...column])),
    message("D", Buffer.concat([int(1, 2), int(6, 4), Buffer.from("130011")])),
    message("C", Buffer.from("SELECT 1\0")),
    ready,
  ]);
  const server = createServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", int(0, 4)), ready]));
      socket.once("data", () => socket.write(answer));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `postgresql://x:y@127.0.0.1:${port}/z`, close: () => server.close() };
}
