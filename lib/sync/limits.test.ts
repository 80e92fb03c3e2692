import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec } from "@/lib/spec/builders";
import { member } from "@/lib/testing/people";
import { syncUpdate } from "./frames";
import { RoomDocument } from "./room-document";
import { closeCodeOf, openBytes, openRaw } from "./testing/raw-socket";
import { headersOf, newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();

let specId: string;
let author: Actor;
let headers: Record<string, string>;
beforeAll(async () => {
  ({ specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say what is true."))));
});
beforeEach(async () => {
  headers = await headersOf(await member(specId, "editor"));
});

/** After whatever happened, others go on as if nothing had. */
async function othersGoOn() {
  const editor = await sync.open(author, specId);
  await editor.saved();
  editor.type(1, "On. ");
  await editor.saved();
  editor.close = () => undefined;
  editor.provider.destroy();
}

describe("a message that is none", () => {
  test.each([
    ["text", "hello", 1003],
    ["nothing", new Uint8Array(0), 1002],
    ["an unknown type", new Uint8Array([99, 1, 2]), 1002],
    ["an unknown step", new Uint8Array([0, 9, 0]), 1002],
    ["half of one", new Uint8Array([0, 2, 200]), 1002],
    ["a length that is a lie", new Uint8Array([0, 2, 255, 255, 255, 255, 15, 0]), 1002],
    ["a huge frame", new Uint8Array(1_000_001), 1009],
    ["a broken question", new Uint8Array([0, 0, 3, 255, 255, 255]), 1002],
  ])("%s closes the socket and harms nobody", async (_, message, code) => {
    const socket = await openRaw(sync.server, specId, headers);
    const closed = closeCodeOf(socket);
    socket.send(message);
    expect(await closed).toBe(code);
    await othersGoOn();
  });

  it("also when it is random", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const socket = await openRaw(sync.server, specId, headers);
        const closed = closeCodeOf(socket);
        socket.send(bytes);
        socket.send("end");
        await closed;
      }),
      { numRuns: Number(process.env.SOAK_RUNS ?? 30), seed: Number(process.env.FC_SEED ?? 4) },
    );
    await othersGoOn();
  });

  it("also when it is no WebSocket frame", async () => {
    for (let round = 0; round < 30; round += 1) {
      const socket = await openBytes(sync.server, specId, headers);
      const closed = new Promise((resolve) => socket.once("close", resolve));
      socket.write(randomBytes(1 + (round % 7) * 40));
      socket.end();
      await closed;
    }
    await othersGoOn();
  });
});

describe("somebody who does not read", () => {
  it("is cut off before they cost memory, and gets everything when they are back", async () => {
    const slow = await openBytes(sync.server, specId, headers);
    const gone = new Promise((resolve) => slow.once("close", resolve));
    // Asks for everything, so that updates are sent, and then reads no more.
    slow.write(masked(new Uint8Array([0, 0, 1, 0])));
    slow.pause();
    const editor = await sync.open(author, specId);
    await editor.saved();
    for (let round = 0; round < 20; round += 1) {
      const text = editor.textOf(1);
      const words = "x".repeat(900_000);
      text.insert(0, words);
      await editor.saved();
      text.delete(0, words.length);
      await editor.saved();
    }
    slow.resume();
    await gone;
    await othersGoOn();
  });
});

describe("somebody who sends too much", () => {
  it("is slowed down, and loses nothing", async () => {
    const editor = await sync.open(author, specId);
    await editor.saved();
    for (let n = 0; n < 900; n += 1) editor.type(1, "f");
    const other = await sync.open(author, specId);
    await editor.saved();
    await other.saved();
    await other.when(() => other.canonical() === editor.canonical());
  });
});

describe("the size of a draft", () => {
  const update = (text: string) => {
    const ydoc = new Y.Doc();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    draftParts(ydoc).content.push([paragraph]);
    return Y.encodeStateAsUpdate(ydoc);
  };

  it("is bounded, with a warning before, and deleting stays possible", () => {
    const document = new RoomDocument(
      { snapshot: null, updates: [update("x".repeat(700))] },
      { bytes: 1_000, pieces: 100 },
    );
    expect(document.isNearlyFull).toBe(false);
    const more = update("y".repeat(150));
    document.accept(more, document.check(more), false);
    expect(document.isNearlyFull).toBe(true);
    expect(() => document.check(update("z".repeat(150)))).toThrow(/too large/);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document.ydoc));
    const before = Y.encodeStateVector(copy);
    draftParts(copy).content.delete(0, 2);
    const removal = Y.encodeStateAsUpdate(copy, before);
    document.accept(removal, document.check(removal), false);
    const small = update("z".repeat(150));
    document.accept(small, document.check(small), false);
    expect(draftParts(document.ydoc).content.toString()).toContain("zzz");
  });
});

describe("the number of sockets", () => {
  it("is 20 for one person", async () => {
    const who = await member(specId, "reader");
    const own = await headersOf(who);
    const open = await Promise.all(
      Array.from({ length: 20 }, () => openRaw(sync.server, specId, own)),
    );
    const editor = await sync.open(who, specId);
    await editor.refused();
    expect(editor.refusedWith).toBe(429);
    open.forEach((socket) => socket.terminate());
    await editor.saved();
  });
});

/** A frame as a client sends it. */
function masked(payload: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0x82, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

test("a frame on the wire is what ws reads", () => {
  expect(masked(syncUpdate(new Uint8Array([1, 2])))[1]).toBe(0x80 | 5);
});
