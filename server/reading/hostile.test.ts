import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BlockJson } from "@/lib/spec/block-json";
import type { SpecDocument } from "@/lib/spec/document";
import { useDatabase } from "@/lib/testing/database";
import { ask } from "@/lib/testing/http-server";
import { REST } from "./in-pieces";
import { hostilePayloadCount, hostileSpec, PAYLOADS } from "./testing/hostile-spec";
import { newSpec, publish } from "./testing/publish";
import { ReadingServer, TEST_ASSETS } from "./testing/reading-server";

useDatabase();

let server: ReadingServer;
let slug: string;

beforeAll(async () => {
  const created = await newSpec("</title><script>alert(1)</script>");
  slug = created.slug;
  await publish(created.id, "2026-03-10", hostileSpec(), PAYLOADS.join("\n\n"));
  await publish(created.id, "2026-03-11", otherwise(hostileSpec()));
  server = new ReadingServer();
  await server.listen();
});
afterAll(() => server.close());

/** The same attacks in words that were edited, and in clauses that came and went. */
function otherwise(document: SpecDocument): SpecDocument {
  const content = document.content.flatMap<BlockJson>((block, index) => {
    if (index % 7 === 3) return [];
    return block.type === "paragraph"
      ? [
          {
            ...block,
            content: [...(block.content ?? []), { type: "text" as const, text: " And so on." }],
          },
        ]
      : [block];
  });
  return { ...document, content };
}

const SCRIPTS_OF_OURS = 3;
const ADDRESSES = ["href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"];

/** Attributes that run something, or lead somewhere they must not. */
function dangerousAttributes(document: Document): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      const runs = /^on/i.test(name);
      const leads =
        ADDRESSES.includes(name) &&
        (/^[\s\u0000-\u0020]*(javascript|vbscript|data):/i.test(value) || /^[/\\]{2}/.test(value));
      if (runs || leads) found.push(`${element.localName} ${name}=${value}`);
    }
  }
  return found;
}

describe("a spec full of attacks", () => {
  it("holds at least the number of the corpus", () => {
    expect(hostilePayloadCount).toBeGreaterThanOrEqual(200);
  });

  it.each([
    "",
    "/2026-03-10",
    "/2026-03-10/s0",
    "/2026-03-10/s9",
    "/2026-03-10/evaluations",
    "/releases",
    "/2026-03-11/compare/2026-03-10",
    "/2026-03-11/compare/2026-03-10?view=split&unchanged=1",
  ])("does nothing on the page %s", async (path) => {
    const { status, body } = await ask(server.server, `/${slug}${path}`);
    expect(status).toBe(200);
    const { document } = new JSDOM(body).window;
    const rests = [...document.querySelectorAll(".sections > script, .diff-entries > script")];
    expect(rests.filter(({ outerHTML }) => outerHTML !== REST)).toEqual([]);
    const inside = [...document.querySelectorAll("script")].filter((each) => !rests.includes(each));
    expect(inside.length, "scripts").toBeLessThanOrEqual(SCRIPTS_OF_OURS);
    const early = inside.filter(({ text }) => text === TEST_ASSETS.earlyScript);
    const start = inside.filter((each) => each.getAttribute("src") === TEST_ASSETS.startHref);
    expect([early.length, start.length]).toEqual([1, 1]);
    // Nothing else than a description for machines, which runs nothing.
    const others = inside.filter((each) => !early.includes(each) && !start.includes(each));
    expect(others.filter(({ type }) => type !== "application/ld+json")).toEqual([]);
    for (const { text } of others) expect(JSON.parse(text)).toHaveProperty("@type");
    // Both stand at the very end, behind everything that a text could bring.
    expect(start[0] === document.body.lastElementChild).toBe(true);
    expect(others.filter((each) => each.nextElementSibling !== start[0]).length).toBe(0);
    expect(
      document.querySelectorAll("iframe, object, embed, base, template, link[rel=import]").length,
    ).toBe(0);
    // Ours leads from a comparison to another one.
    for (const { action } of document.querySelectorAll("form")) {
      expect(action).toContain(`/${slug}/latest/compare`);
    }
    expect(document.querySelectorAll("meta[http-equiv]").length).toBe(0);
    expect(document.querySelectorAll("style").length).toBe(1);
    expect(dangerousAttributes(document)).toEqual([]);
  });

  it.each(["", "/2026-03-11/compare/2026-03-10"])(
    "has rests for the browser on the page %s",
    async (path) => {
      const { body } = await ask(server.server, `/${slug}${path}`);
      expect(body.split(REST).length).toBeGreaterThan(2);
    },
  );

  it("does nothing in feeds", async () => {
    for (const path of ["/feed.xml", "/feed/s0.xml"]) {
      const { body } = await ask(server.server, `/${slug}${path}`);
      const { document } = new JSDOM(body, { contentType: "application/xml" }).window;
      expect(document.documentElement.localName).toBe("feed");
      expect(document.querySelectorAll("script, img, svg, iframe").length).toBe(0);
      for (const content of document.querySelectorAll("content")) {
        expect(content.getAttribute("type")).toBe("text");
      }
    }
  });

  it("is text and not a page in every form for machines", async () => {
    for (const path of [
      ".json",
      ".md",
      "/2026-03-10/s0.json",
      "/2026-03-10/s0.md",
      "/llms.txt",
      "/releases.json",
      "/2026-03-10/blocks.json",
      "/2026-03-11/compare/2026-03-10/export?format=json",
    ]) {
      const { headers, status } = await ask(server.server, `/${slug}${path}`);
      expect(status, path).toBe(200);
      expect(headers["content-type"], path).toMatch(
        /^(application\/json|text\/markdown|text\/plain)/,
      );
    }
  });
});
