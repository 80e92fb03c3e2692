import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { clause, spec } from "@/lib/spec/builders";
import { ask } from "@/lib/testing/http-server";
import { person } from "@/lib/testing/people";
import { request } from "node:http";
import { fetchState } from "./fetch-state";
import { headersOf, newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();
const host = "localhost";

/** The bytes of an answer; `ask` gives text. */
function bytesOf(path: string, headers: Record<string, string>): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(sync.server.url);
    const req = request({ port, host: "127.0.0.1", path, headers: { host, ...headers } }, (res) => {
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => parts.push(part));
      res.once("end", () => resolve(Buffer.concat(parts)));
    });
    req.once("error", reject);
    req.end();
  });
}

describe("the state that a browser fetches before it connects", () => {
  it("is the text, compressed once, and the socket brings only what is newer", async () => {
    const { specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say it.")));
    const writer = await sync.open(author, specId);
    await writer.saved();
    const path = `/sync/${specId}/state`;
    const own = { host, ...(await headersOf(author)), "accept-encoding": "br, gzip" };
    await expect
      .poll(async () => (await ask(sync.server.http, path, { headers: own })).status)
      .toBe(200);
    const first = await ask(sync.server.http, path, { headers: own });
    expect(first.headers).toMatchObject({
      "content-encoding": "br",
      "cache-control": "no-store",
      "x-draft-epoch": "1",
    });
    const ydoc = new Y.Doc();
    Y.applyUpdateV2(ydoc, brotliDecompressSync(await bytesOf(path, own)));
    expect(draftParts(ydoc).content.toString()).toContain("Say it.");
    writer.type(1, "Newer. ");
    await writer.saved();
    const editor = await sync.open(author, specId, { ydoc });
    await Promise.all([editor.shows("Newer. Say it."), editor.saved()]);
    const again = { ...own, "if-none-match": String(first.headers.etag) };
    expect((await ask(sync.server.http, path, { headers: again })).status).toBe(304);
  });

  it("is left alone by a page of another form of the draft, and when there is no connection", async () => {
    const { specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say it.")));
    const writer = await sync.open(author, specId);
    await writer.saved();
    const address = `${sync.server.url}/sync/${specId}/state`;
    const headers = await headersOf(author);
    await expect.poll(() => fetchState(address, 1, { headers })).not.toBeNull();
    const ydoc = new Y.Doc();
    Y.applyUpdateV2(ydoc, (await fetchState(address, 1, { headers }))!);
    expect(draftParts(ydoc).content.toString()).toContain("Say it.");
    expect(await fetchState(address, 2, { headers })).toBeNull();
    expect(await fetchState(address, 1)).toBeNull();
    expect(await fetchState("http://localhost:1/sync", 1, { headers })).toBeNull();
  });

  it("is for nobody who may not see the spec, and the status says why", async () => {
    const { specId } = await newSpec(spec(clause("honest", "Be honest", "Say it.")));
    const status = async (headers: Record<string, string>, path = `/sync/${specId}/state`) =>
      (await ask(sync.server.http, path, { headers: { host, ...headers } })).status;
    expect(await status({})).toBe(401);
    expect(await status(await headersOf(await person()))).toBe(404);
    expect(await status(await headersOf(await person()), "/sync/x/state")).toBe(404);
    expect(await status({}, `/sync/${specId}/other`)).toBe(404);
  });
});
