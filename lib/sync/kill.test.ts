import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec } from "@/lib/spec/builders";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { useDatabase } from "@/lib/testing/database";
import { member } from "@/lib/testing/people";
import { useSettings } from "@/lib/testing/settings";
import { Editor } from "./testing/editor";
import { seededRandom } from "./testing/seeded-random";
import { buildSyncProcess, SyncProcess } from "./testing/sync-process";
import { headersOf, newSpec } from "./testing/sync-server";

// The quick form; `npm run soak` has more rounds and more people (QUALITY F1, F2, F16).
const ROUNDS = Number(process.env.SOAK_KILLS ?? 4);
const WRITERS = Number(process.env.SOAK_WRITERS ?? 6);
const SEED = Number(process.env.FC_SEED ?? 20_261_124);

/** One person may open fewer than fifty browsers on one draft a day (QUALITY T9): then another draft is taken. */
const BROWSERS_A_DAY = 40;

// Each round starts a process; the long form has hundreds.
vi.setConfig({ testTimeout: 60_000 + ROUNDS * 10_000 });
useSettings();
const database = useDatabase();

let program: Awaited<ReturnType<typeof buildSyncProcess>>;
beforeAll(async () => {
  program = await buildSyncProcess();
  process.stdout.write(`seed ${SEED}\n`);
});
afterAll(() => program.remove());

/** Somebody who types one token after the other, each as soon as the one before is saved. */
class Writer {
  readonly acknowledged = new Set<string>();
  private readonly typed: string[] = [];
  private isTyping = true;

  constructor(
    readonly editor: Editor,
    private readonly name: string,
    private readonly heard: () => void,
  ) {}

  async type(): Promise<void> {
    for (let n = 0; this.isTyping; n += 1) {
      const token = `[${this.name}:${n}]`;
      this.editor.type(1, token, this.editor.textOf(1).length);
      this.typed.push(token);
      const upTo = this.typed.length;
      await this.editor.when(() => this.editor.state === "committed" || !this.isTyping);
      if (this.editor.state !== "committed") return;
      for (const each of this.typed.splice(0, upTo)) this.acknowledged.add(each);
      this.heard();
    }
  }

  stop(): void {
    this.isTyping = false;
    // Wakes whoever waits for something that will not come.
    this.editor.provider.emit("status", [{ status: "connected" }]);
  }
}

async function withWriters(
  process_: SyncProcess,
  specId: string,
  people: readonly Actor[],
  heard: () => void,
  prefix = "",
) {
  const address = await process_.address();
  return Promise.all(
    people.map(async (who, index) => {
      const editor = new Editor({ address, specId, headers: await headersOf(who) });
      await editor.connect().saved();
      return new Writer(editor, `${prefix}${index}`, heard);
    }),
  );
}

/** Resolves after so many acknowledgements. */
function counter() {
  let left = 0;
  let done: () => void = () => {};
  return {
    heard: () => {
      left -= 1;
      if (left === 0) done();
    },
    after: (count: number) =>
      new Promise<void>((resolve) => {
        left = count;
        done = resolve;
      }),
  };
}

const textInDatabase = async (specId: string) => {
  const { document } = await getDraftMoment(db(), specId);
  return JSON.stringify(document.content);
};

async function newRound(): Promise<{ specId: string; people: Actor[] }> {
  const { specId } = await newSpec(spec(clause("honest", "Be honest", "Say what is true.")));
  const people = await Promise.all(Array.from({ length: WRITERS }, () => member(specId, "editor")));
  return { specId, people };
}

describe("kill -9 of the server while people type", () => {
  it("loses nothing that was acknowledged and doubles nothing, and all have the same text", async () => {
    const random = seededRandom(SEED);
    const { specId, people } = await newRound();
    const { heard, after } = counter();
    let server = new SyncProcess(program.file, { databaseUrl: database.appUrl });
    const port = await server.port;
    const writers = await withWriters(server, specId, people, heard);
    const typing = writers.map((writer) => writer.type());
    for (let round = 0; round < ROUNDS; round += 1) {
      await after(20 + Math.floor(random() * 60));
      // Somewhere between receiving, committing and telling.
      await new Promise((resolve) => setTimeout(resolve, random() * 8));
      await server.kill();
      server = new SyncProcess(program.file, { databaseUrl: database.appUrl, port });
      await server.address();
    }
    await after(20);
    writers.forEach((writer) => writer.stop());
    await Promise.all([...typing, ...writers.map(({ editor }) => editor.saved())]);
    const text = await textInDatabase(specId);
    for (const { acknowledged } of writers) {
      for (const token of acknowledged) expect(text.split(token)).toHaveLength(2);
    }
    const { document } = await getDraftMoment(db(), specId);
    const canonical = canonicalJson(document.content);
    await Promise.all(
      writers.map(({ editor }) => editor.when(() => editor.canonical() === canonical)),
    );
    writers.forEach(({ editor }) => editor.close());
    await server.kill();
  });

  it("loses nothing that was acknowledged when all browsers are killed with it", async () => {
    const random = seededRandom(SEED + 1);
    let { specId, people } = await newRound();
    let acknowledged: string[] = [];
    const rounds = Math.ceil(ROUNDS / 2);
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0 && round % BROWSERS_A_DAY === 0) {
        await expectAll(acknowledged, specId);
        acknowledged = [];
        ({ specId, people } = await newRound());
      }
      const { heard, after } = counter();
      const server = new SyncProcess(program.file, { databaseUrl: database.appUrl });
      const writers = await withWriters(server, specId, people, heard, `${round}/`);
      const typing = writers.map((writer) => writer.type());
      await after(10 + Math.floor(random() * 40));
      await new Promise((resolve) => setTimeout(resolve, random() * 8));
      const killed = server.kill();
      acknowledged = acknowledged.concat(writers.flatMap((each) => [...each.acknowledged]));
      writers.forEach((writer) => writer.stop());
      writers.forEach(({ editor }) => editor.disconnect());
      await Promise.all([killed, ...typing]);
      writers.forEach(({ editor }) => editor.close());
    }
    await expectAll(acknowledged, specId);
  });
});

/** Each of the words is in the stored text, once. */
async function expectAll(acknowledged: readonly string[], specId: string): Promise<void> {
  const text = await textInDatabase(specId);
  expect(acknowledged.length).toBeGreaterThan(10);
  for (const token of acknowledged) expect(text.split(token)).toHaveLength(2);
}

describe("a deployment while people type", () => {
  it("drains, loses nothing, and everybody is back", async () => {
    const { specId, people } = await newRound();
    const { heard, after } = counter();
    let server = new SyncProcess(program.file, { databaseUrl: database.appUrl });
    const port = await server.port;
    const writers = await withWriters(server, specId, people, heard);
    const typing = writers.map((writer) => writer.type());
    await after(40);
    const began = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    server = new SyncProcess(program.file, { databaseUrl: database.appUrl, port });
    await after(40);
    writers.forEach((writer) => writer.stop());
    await Promise.all([...typing, ...writers.map(({ editor }) => editor.saved())]);
    const text = await textInDatabase(specId);
    for (const { acknowledged, editor } of writers) {
      expect(editor.closes).toContain(1012);
      for (const token of acknowledged) expect(text.split(token)).toHaveLength(2);
    }
    writers.forEach(({ editor }) => editor.close());
    await server.kill();
  });
});
