import { setTimeout as pause } from "node:timers/promises";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import Ajv2020 from "ajv/dist/2020";
import { renameSpec } from "@/lib/commands/specs/rename-spec";
import { db } from "@/lib/data/db";
import { schemaFiles } from "@/lib/export/schema-files";
import { documentHash } from "@/lib/spec/document";
import {
  at,
  bad,
  clause,
  compare,
  example,
  good,
  heading,
  marker,
  p,
  prompts,
  ref,
  spec,
  user,
  violates,
  withPrompts,
} from "@/lib/spec/builders";
import { useDatabase } from "@/lib/testing/database";
import { ask, portOf } from "@/lib/testing/http-server";
import { person } from "@/lib/testing/people";
import { newSpec, publish } from "./testing/publish";
import { ReadingServer } from "./testing/reading-server";

useDatabase();

const march = withPrompts(
  spec(
    heading(1, "Basics", { id: "basics" }),
    clause(
      "honest",
      "Be honest",
      p("Say what is so", marker("ab12"), ". See ", ref("secrets"), "."),
    ),
    example("a leak", user("Tell me."), compare(good("No."), violates("secrets", bad("Yes.")))),
    at("user", clause("secrets", "Keep secrets", "Do not tell.")),
  ),
  prompts("ab12", "Be honest", example("a test", user("Are you sure?"))),
);
const july = {
  ...spec(
    heading(1, "Basics", { id: "basics" }),
    clause("truthful", "Be truthful", p("Say what is so, and what you do not know.")),
    at("user", clause("secrets", "Keep secrets", "Do not tell.")),
  ),
  ledger: [
    {
      kind: "renamed" as const,
      from: "honest",
      to: "truthful",
      release: "2026-07-21",
      revision: null,
    },
  ],
};

let servers: [ReadingServer, ReadingServer];
let slug: string;
let specId: string;
const first = () => servers[0].server;

beforeAll(async () => {
  ({ id: specId, slug } = await newSpec());
  await publish(specId, "2026-03-10", march, "The first one.");
  servers = [new ReadingServer(), new ReadingServer()];
  await Promise.all(servers.map((server) => server.listen()));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

/** Asks until the answer is as wanted: what another process publishes arrives in a moment. */
async function eventually<T>(look: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await look();
    if (wanted(value) || tries === 100) return value;
    await pause(50);
  }
}

/** The body as bytes, in the encoding it was sent in. */
const bytesOf = (path: string, encoding: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const headers = { "accept-encoding": encoding };
    get({ port: portOf(first()), host: "127.0.0.1", path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.once("end", () => resolve(Buffer.concat(chunks)));
    }).once("error", reject);
  });

describe("a published release", () => {
  it("is a whole page of HTML at the address of its spec and at its own", async () => {
    const latest = await ask(first(), `/${slug}`);
    const named = await ask(first(), `/${slug}/2026-03-10`);
    expect(latest.status).toBe(200);
    expect(latest.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(latest.body).toContain("<title>A kind helper, release 2026-03-10</title>");
    expect(latest.body).toContain("Say what is so");
    expect(latest.body).toContain("id=honest");
    expect(named.body).toBe(latest.body);
    expect((await ask(first(), `/${slug}?utm_source=x`)).body).toBe(latest.body);
  });

  it("has a policy that allows nothing but what stands in it by its hash", async () => {
    const policy = String((await ask(first(), `/${slug}`)).headers["content-security-policy"]);
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/);
    expect(policy).toMatch(/style-src 'self' 'sha256-[^']+';/);
    expect(policy).not.toContain("unsafe");
  });

  it("sets no cookie and is the same for everybody", async () => {
    const plain = await ask(first(), `/${slug}`);
    const signedIn = await ask(first(), `/${slug}`, {
      headers: { cookie: "authjs.session-token=whatever; theme=dark" },
    });
    expect(plain.headers["set-cookie"]).toBeUndefined();
    expect(signedIn.headers.etag).toBe(plain.headers.etag);
    expect(signedIn.body).toBe(plain.body);
  });

  it("comes in the best encoding that is asked for, each with an ETag of its own", async () => {
    const plain = await ask(first(), `/${slug}`);
    expect(
      brotliDecompressSync(await bytesOf(`/${slug}`, "gzip, deflate, br, zstd")).toString(),
    ).toBe(plain.body);
    expect(gunzipSync(await bytesOf(`/${slug}`, "gzip")).toString()).toBe(plain.body);
    const tags = await Promise.all(
      ["br", "gzip", "identity", "br;q=0, gzip;q=0.5", "br;q=0, *;q=0"].map(async (encoding) => {
        const { headers } = await ask(first(), `/${slug}`, {
          headers: { "accept-encoding": encoding },
        });
        expect(headers.vary).toBe("accept-encoding");
        return [headers["content-encoding"], String(headers.etag)];
      }),
    );
    expect(tags.map(([encoding]) => encoding)).toEqual([
      "br",
      "gzip",
      undefined,
      "gzip",
      undefined,
    ]);
    expect(new Set(tags.map(([, tag]) => tag)).size).toBe(3);
    for (const [, tag] of tags) expect(tag).toMatch(/^"[^"]+"$/);
  });

  it("answers 304 without a body to who has it already", async () => {
    const { headers } = await ask(first(), `/${slug}`);
    for (const known of [
      String(headers.etag),
      `"other", ${headers.etag}`,
      `W/${headers.etag}`,
      "*",
    ]) {
      const again = await ask(first(), `/${slug}`, { headers: { "if-none-match": known } });
      expect(again.status, known).toBe(304);
      expect(again.body).toBe("");
      expect(again.headers.etag).toBe(headers.etag);
      expect(again.headers["cache-control"]).toBe(headers["cache-control"]);
      // Belongs to the bytes, which the reader has.
      expect(again.headers["content-security-policy"]).toBeUndefined();
    }
    const other = await ask(first(), `/${slug}`, { headers: { "if-none-match": '"other"' } });
    expect(other.status).toBe(200);
  });

  it("answers HEAD with the headers of GET alone", async () => {
    const whole = await ask(first(), `/${slug}`);
    const head = await ask(first(), `/${slug}`, { method: "HEAD" });
    expect(head.body).toBe("");
    expect(head.headers["content-length"]).toBe(whole.headers["content-length"]);
    expect(head.headers.etag).toBe(whole.headers.etag);
  });

  it("costs no query once it was made", async () => {
    const paths = [
      `/${slug}`,
      `/${slug}/2026-03-10`,
      `/${slug}/2026-03-10.json`,
      `/${slug}/2026-03-10/honest`,
      `/${slug}/feed.xml`,
    ];
    for (const path of paths) await ask(first(), path);
    for (const { reading } of servers) await reading.settled();
    const counts = await queryCount(async () => {
      for (const path of paths) expect((await ask(first(), path)).status).toBe(200);
      expect((await ask(first(), "/no-such-spec")).status).toBe(418);
    });
    expect(counts).toBe(0);
    expect(await queryCount(async () => void (await db().release.count()))).toBe(1);
  });
});

/** How many queries this process sent to the database while something was done. */
async function queryCount(work: () => Promise<void>): Promise<number> {
  let queries = 0;
  let counts = true;
  db().$on("query", () => {
    if (counts) queries += 1;
  });
  await work();
  counts = false;
  return queries;
}

describe("what is not there", () => {
  it("is left to Next: unknown specs, unpublished ones, the rooms of the house", async () => {
    const unpublished = await newSpec();
    for (const path of [
      "/",
      "/w",
      "/api/auth/session",
      "/sign-in",
      "/_next/static/x.js",
      "/nothing",
      `/${unpublished.slug}`,
      `/${unpublished.slug}.json`,
      `/${slug}/1999-01-01`,
      `/${slug}/2026-03-10/no_such_clause`,
      `/${slug}/2026-03-10/compare/x`,
      `/${slug}/feedback`,
      `/${slug}/a/b/c`,
      "/%",
      "//evil.example",
      `/${slug}/`,
    ]) {
      expect((await ask(first(), path)).status, path).toBe(418);
    }
    expect((await ask(first(), `/${slug}`, { method: "POST" })).status).toBe(418);
  });

  it("is told to machines in words that no cache keeps", async () => {
    for (const path of [
      `/${slug}/1999-01-01.json`,
      `/${slug}/2026-03-10/gone.md`,
      `/${slug}/feed/gone.xml`,
    ]) {
      const answer = await ask(first(), path);
      expect(answer.status, path).toBe(404);
      expect(answer.headers["cache-control"], path).toBe("no-store");
      expect(answer.headers["content-type"], path).toMatch(/^text\/plain/);
      expect(answer.headers["access-control-allow-origin"]).toBe("*");
    }
  });
});

describe("for machines", () => {
  it("gives the canonical bytes, whose hash is that of the release", async () => {
    const { body, headers } = await ask(first(), `/${slug}/2026-03-10.json`);
    expect(await documentHash(JSON.parse(body))).toBe(await documentHash(march));
    expect(headers["cache-control"]).toContain("immutable");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    const latest = await ask(first(), `/${slug}.json`);
    expect(latest.body).toBe(body);
    expect(latest.headers["cache-control"]).not.toContain("immutable");
  });

  it("lets programs of other sites ask with a condition", async () => {
    const answer = await ask(first(), `/${slug}/2026-03-10.json`, { method: "OPTIONS" });
    expect(answer.status).toBe(204);
    expect(answer.headers["access-control-allow-headers"]).toBe("if-none-match");
  });

  it("gives Markdown, of the whole and of a clause or an example", async () => {
    const whole = await ask(first(), `/${slug}/2026-03-10.md`);
    expect(whole.headers["content-type"]).toBe("text/markdown; charset=utf-8");
    expect(whole.body).toContain("## Be honest {#honest authority=root}");
    const one = await ask(first(), `/${slug}/2026-03-10/honest.md`);
    expect(one.body).toContain("## Be honest");
    expect(one.body).not.toContain("Keep secrets {");
    const leak = await ask(first(), `/${slug}/2026-03-10/a-leak.md`);
    expect(leak.body).toContain("**Example**: a leak");
  });

  it("gives a clause as JSON, with its level and who cites it", async () => {
    const { body } = await ask(first(), `/${slug}/2026-03-10/secrets.json`);
    const secrets = JSON.parse(body) as Record<string, unknown>;
    expect(secrets).toMatchObject({
      format: "precept-clause",
      id: "secrets",
      title: "Keep secrets",
      authority: { key: "user", name: "User" },
      citedBy: ["honest", "honest"],
      release: { label: "2026-03-10" },
    });
  });

  it("lists releases, for people, programs, feed readers and language models", async () => {
    const list = JSON.parse((await ask(first(), `/${slug}/releases.json`)).body) as {
      releases: { label: string }[];
    };
    expect(list.releases.map(({ label }) => label)).toEqual(["2026-03-10"]);
    const feed = await ask(first(), `/${slug}/feed.xml`);
    expect(feed.headers["content-type"]).toContain("application/atom+xml");
    expect(feed.body).toContain("The first one.");
    expect((await ask(first(), `/${slug}/releases`)).body).toContain("Releases of A kind helper");
    expect((await ask(first(), `/${slug}/llms.txt`)).body).toContain(
      `/${slug}/2026-03-10/honest.md`,
    );
    expect((await ask(first(), "/llms.txt")).body).toContain(`/${slug}/llms.txt`);
    expect((await ask(first(), "/sitemap.xml")).body).toContain(
      `<loc>https://spec.example.org/${slug}</loc>`,
    );
    expect((await ask(first(), "/robots.txt")).body).toContain(
      "Sitemap: https://spec.example.org/sitemap.xml",
    );
  });

  it("keeps to the published JSON Schemas", async () => {
    const files = schemaFiles();
    const ajv = new Ajv2020({ strict: false, formats: { "date-time": true, uuid: true } });
    ajv.addSchema(JSON.parse(files["precept-spec-1.schema.json"]!), "precept-spec-1.schema.json");
    const fits = ajv.compile(JSON.parse(files["precept-published-1.schema.json"]!) as object);
    for (const place of ["releases.json", "2026-03-10/secrets.json", "2026-03-10/a-leak.json"]) {
      const { body } = await ask(first(), `/${slug}/${place}`);
      expect(fits(JSON.parse(body)), `${place}: ${JSON.stringify(fits.errors)}`).toBe(true);
    }
    expect(fits({ format: "precept-clause" })).toBe(false);
  });

  it("names the block of every element that discussion can hang on, in the order of the page", async () => {
    const { body } = await ask(first(), `/${slug}/2026-03-10`);
    const { uids } = JSON.parse((await ask(first(), `/${slug}/2026-03-10/blocks.json`)).body) as {
      uids: string[];
    };
    expect(uids.length).toBe([...body.matchAll(/ data-u(?=[ >])/g)].length);
    expect(uids).toContain(march.content[1]?.attrs.uid);
    expect(new Set(uids).size).toBe(uids.length);
  });
});

describe("a clause of its own", () => {
  it("has its text, its history and who cites it", async () => {
    const { status, body } = await ask(first(), `/${slug}/2026-03-10/secrets`);
    expect(status).toBe(200);
    expect(body).toContain("<title>Keep secrets &#183; A kind helper</title>");
    expect(body).toContain("Do not tell.");
    expect(body).toContain("first release");
    expect(body).toContain("where a response conflicts with it");
    expect(body).not.toContain("Say what is so");
  });

  it("sends examples to their place", async () => {
    const { status, headers } = await ask(first(), `/${slug}/2026-03-10/a-leak`);
    expect([status, headers.location]).toEqual([302, `/${slug}/2026-03-10#a-leak`]);
  });

  it("shows evaluation prompts on a page, by the place that they test", async () => {
    const { body } = await ask(first(), `/${slug}/2026-03-10/evaluations`);
    expect(body).toContain("Are you sure?");
    expect(body).toContain("id=ab12");
  });
});

describe("a block of its own", () => {
  const text =
    'Say what is so, and say it - as "well" as you can, to everybody who asks you for it.';
  const own = (uid: string, words: string) => ({ ...p(words), attrs: { uid } });
  const before = spec(
    clause("honest", "Be honest", own("goneabc", "Say what is so, and say it often.")),
    own("movedabc", text),
    clause("secrets", "Keep secrets", "Do not tell."),
    example("a leak", user("Tell me."), compare(good("No."), bad("Yes."))),
  );
  const after = spec(
    clause("honest", "Be honest", "Do not lie."),
    clause("open", "Be open", own("movedabc", "Tell it all.")),
  );
  let address: string;
  const placeOf = async (path: string) => {
    const { status, headers } = await ask(first(), `/${address}/${path}`);
    return [status, decodeURIComponent(headers.location ?? "")];
  };

  beforeAll(async () => {
    const made = await newSpec();
    address = made.slug;
    await publish(made.id, "2026-03-10", before);
    await publish(made.id, "2026-07-21", after);
    await eventually(
      () => ask(first(), `/${address}/2026-07-21`),
      ({ status }) => status === 200,
    );
  });

  it("leads to its clause, and to so many of its words that nothing above reads the same", async () => {
    expect(await placeOf(`2026-03-10/honest~move`)).toEqual([
      302,
      `/${address}/2026-03-10#honest:~:text=Say what is so, and say it -`,
    ]);
    const { headers } = await ask(first(), `/${address}/2026-03-10/honest~move`);
    expect(headers.location).toContain("so%2C%20and%20say%20it%20%2D");
  });

  it("is found in a later release, reworded and under another clause", async () => {
    expect(await placeOf(`latest/honest~move`)).toEqual([
      302,
      `/${address}/2026-07-21#open:~:text=Tell it all.`,
    ]);
  });

  it("is a turn of a conversation too, at its example", async () => {
    const { body } = await ask(first(), `/${address}/2026-03-10`);
    const { uids } = JSON.parse(
      (await ask(first(), `/${address}/2026-03-10/blocks.json`)).body,
    ) as {
      uids: string[];
    };
    const turn = [...body.matchAll(/<[a-z][^<>]* data-u(?=[ >])[^<>]*>/g)].findIndex(({ 0: tag }) =>
      tag.includes("turn-user"),
    );
    expect(await placeOf(`2026-03-10/secrets~${uids[turn]}`)).toEqual([
      302,
      `/${address}/2026-03-10#a-leak:~:text=Tell me.`,
    ]);
  });

  it("leads to its clause where it is no more, and nowhere where there was none", async () => {
    expect(await placeOf(`2026-07-21/honest~gone`)).toEqual([302, `/${address}/2026-07-21/honest`]);
    expect((await placeOf("2026-07-21/~zzzz"))[1]).toBe(`/${address}/2026-07-21`);
    expect((await placeOf(`2026-07-21/honest~`))[0]).toBe(418);
    expect((await placeOf(`2026-07-21/nothing~zzzz`))[0]).toBe(418);
  });
});

describe("the page of a release is drawn once", () => {
  it("and taken from the database by a process that begins later", async () => {
    const { id, slug: own } = await newSpec();
    await publish(id, "2026-03-10", march);
    await eventually(
      () => ask(first(), `/${own}`),
      ({ status }) => status === 200,
    );
    const drawn = await db().drawnPage.findMany({ where: { specId: id } });
    expect(drawn).toHaveLength(1);
    // Nobody could tell a page that was drawn again from a kept one, so the kept one says something.
    const marked = brotliCompressSync("<!doctype html><title>kept</title>");
    await db().drawnPage.updateMany({
      where: { specId: id },
      data: { page: Uint8Array.from(marked) },
    });
    const later = new ReadingServer();
    await later.listen();
    expect((await ask(later.server, `/${own}`)).body).toBe("<!doctype html><title>kept</title>");
    expect((await ask(later.server, `/${own}/2026-03-10`)).body).toContain("kept");
    await later.close();
  });

  it("older releases too, before anybody asks for them", async () => {
    const { id } = await newSpec();
    await publish(id, "2026-03-10", march);
    await publish(id, "2026-07-21", july);
    const labels = await eventually(
      async () => {
        const rows = await db().drawnPage.findMany({
          where: { specId: id },
          orderBy: { at: "asc" },
        });
        return new Set(rows.map(({ label }) => label));
      },
      ({ size }) => size === 2,
    );
    expect(labels).toEqual(new Set(["2026-07-21", "2026-03-10"]));
  });
});

describe("when something is published", () => {
  it("every process shows it, and the old release says so", async () => {
    const before = await ask(servers[1].server, `/${slug}`);
    await publish(specId, "2026-07-21", july);
    for (const { server } of servers) {
      const latest = await eventually(
        () => ask(server, `/${slug}`),
        ({ body }) => body.includes("release 2026-07-21"),
      );
      expect(latest.body).toContain("<title>A kind helper, release 2026-07-21</title>");
      expect(latest.headers.etag).not.toBe(before.headers.etag);
      // While it is drawn anew, whoever asks gets that of before.
      const old = await eventually(
        () => ask(server, `/${slug}/2026-03-10`),
        ({ body }) => body.includes("A newer release exists."),
      );
      expect(old.body).toContain("Differs in 2026-07-21");
    }
  });

  it("old ids lead to what carries the text on", async () => {
    const { body } = await ask(first(), `/${slug}`);
    expect(body).toMatch(/id=honest class=former-id/);
    const page = await ask(first(), `/${slug}/2026-07-21/honest`);
    expect([page.status, page.headers.location]).toEqual([302, `/${slug}/2026-07-21/truthful`]);
  });

  it("the history of a clause follows it through another id", async () => {
    const { body } = await ask(first(), `/${slug}/2026-07-21/truthful`);
    expect(body).toMatch(new RegExp(`href="/${slug}/2026-03-10/honest"`));
    const feed = await ask(first(), `/${slug}/feed/truthful.xml`);
    expect([...feed.body.matchAll(/<entry>/g)]).toHaveLength(2);
  });

  it("a spec that moves to another address is found there", async () => {
    const { id } = await person();
    await db().member.create({ data: { specId, userId: id, role: "publisher" } });
    const actor = { id, isAdministrator: false, isSpecCreator: false, authenticatedAt: new Date() };
    await renameSpec(actor, { specId, title: "A kinder helper", slug: `${slug}-2`, summary: "" });
    const moved = await eventually(
      () => ask(first(), `/${slug}-2`),
      ({ status }) => status === 200,
    );
    expect(moved.body).toContain("A kinder helper");
    for (const place of ["", ".json", "/2026-03-10/honest?a=b", "/feedback", "/2026-03-10.md"]) {
      const sentOn = await ask(first(), `/${slug}${place}`);
      expect([sentOn.status, sentOn.headers.location], place).toEqual([308, `/${slug}-2${place}`]);
    }
  });
});
