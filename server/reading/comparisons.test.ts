import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import {
  at,
  bad,
  chapter,
  clause,
  codeBlock,
  commentary,
  compare,
  example,
  good,
  message,
  okay,
  p,
  raw,
  spec,
  user,
} from "@/lib/spec/builders";
import { useDatabase } from "@/lib/testing/database";
import { ask } from "@/lib/testing/http-server";
import { BLOCK_CLASSES, readStyle, styleOf } from "./page-style";
import { newSpec, publish } from "./testing/publish";
import { ReadingServer } from "./testing/reading-server";

useDatabase();

const QUIET = "Ask back before you guess.";
const everyKind = [
  commentary("Why this is so."),
  codeBlock("ts", "const a = 1;"),
  raw("html", "<b>"),
  example(
    "opening hours",
    message("system", "Be short."),
    message("developer", "Sell."),
    user("When?"),
    message("tool", "9:00"),
    message("assistant", "One moment."),
    compare(good("At nine.", "knows"), okay("Nine."), bad("Ask somebody else.")),
  ),
];
const march = spec(
  chapter("Basics"),
  clause("honest", "Be honest", p("Say what is true."), p(QUIET), ...everyKind),
  clause("kind", "Be kind", "Say it gently."),
);
const july = spec(
  chapter("Basics"),
  at(
    "user",
    clause("honest", "Be honest", p("Say what you know to be true."), p(QUIET), ...everyKind),
  ),
  clause("kind", "Be kind", "Say it gently."),
  clause("brief", "Be brief", "Stop when all is said."),
);

let own: ReadingServer;
let slug: string;
const get = (place: string, headers: Record<string, string> = {}) =>
  ask(own.server, `/${slug}/${place}`, { headers });
const PAIR = "2026-07-21/compare/2026-03-10";

beforeAll(async () => {
  const made = await newSpec();
  slug = made.slug;
  await publish(made.id, "2026-03-10", march);
  await publish(made.id, "2026-07-21", july);
  own = new ReadingServer();
  await own.listen();
});
afterAll(() => own.close());

describe("two releases compared", () => {
  it("are one page of HTML, with each text in it once and a policy of its own", async () => {
    const { status, body, headers } = await get(PAIR);
    expect(status).toBe(200);
    expect(body).toContain("<title>A kind helper: 2026-03-10 to 2026-07-21</title>");
    expect(body.split("Stop when all is said.")).toHaveLength(2);
    expect(body).not.toContain(QUIET);
    expect(body).not.toContain("noindex");
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self' 'sha/,
    );
    expect(headers["set-cookie"]).toBeUndefined();
    expect((await get(PAIR, { "if-none-match": String(headers.etag) })).status).toBe(304);
  });

  it("cost no query and no drawing once they were made", async () => {
    const first = await get(PAIR);
    // Other pages are still drawn ahead, and ask the database.
    await own.reading.settled();
    let queries = 0;
    db().$on("query", () => (queries += 1));
    expect((await get(`${PAIR}?utm_source=x`)).headers.etag).toBe(first.headers.etag);
    expect((await get(PAIR)).headers.etag).toBe(first.headers.etag);
    expect(queries).toBe(0);
  });

  it("with another filter are another page, which no search engine keeps", async () => {
    const { body } = await get(`${PAIR}?view=split&show=sections`);
    expect(body).toContain("diff-split");
    expect(body).toContain('<meta name="robots" content="noindex"/>');
    expect(body).toContain(
      `<link rel="canonical" href="https://spec.example.org/${slug}/${PAIR}"/>`,
    );
    expect(body).not.toContain("you know");
  });

  it.each([
    ["2026-03-10/compare/2026-07-21", PAIR],
    ["latest/compare/2026-03-10", PAIR],
    [`2026-03-10/compare/latest?view=split&level=made_up`, `${PAIR}?view=split`],
    [`${PAIR}?chapter=made-up`, PAIR],
    [`${PAIR}?level=user,root`, `${PAIR}?level=root%2Cuser`],
    ["latest/compare?from=2026-07-21&to=2026-03-10", PAIR],
  ])("have one address: %s leads to it", async (asked, there) => {
    const { status, headers } = await get(asked);
    expect([status, headers.location]).toEqual([302, `/${slug}/${there}`]);
  });

  it.each([
    "2026-07-21/compare/1999-01-01",
    "latest/compare?from=x",
    `${PAIR}/more`,
    `${PAIR}/a/b`,
  ])("are left to Next where there are none: %s", async (place) =>
    expect((await get(place)).status).toBe(418),
  );
});

describe("text that did not change", () => {
  it("is fetched for a fold, drawn as on the page", async () => {
    const { body } = await get(PAIR);
    const [, fold = ""] = /data-fold="[^"]*\/(unchanged[^"]+)"/.exec(body) ?? [];
    const text = await get(`${PAIR}/${fold}`);
    expect(text.body).toContain(QUIET);
    expect(text.body).toContain("Opening hours");
    expect(text.body).not.toContain("<html");
    expect(text.headers["content-security-policy"]).toMatch(/^default-src 'none'/);
  });

  it("finds the rules of all that it may hold on the page", async () => {
    const { body } = await get(`${PAIR}/unchanged?blocks=3-7`);
    const named = [...body.matchAll(/ class=(?:"([^"]*)"|([\w-]+))/g)]
      .flatMap(([, quoted, plain]) => (quoted ?? plain!).split(" "))
      .filter((name) => !/^(shiki|language-)/.test(name));
    const sheet = readStyle([...new Set(named)].map((name) => `.${name}{color:red}`).join(""));
    const kept = styleOf(sheet, "", BLOCK_CLASSES);
    expect(named.filter((name) => !kept.includes(`.${name}{`))).toEqual([]);
    expect(named.length).toBeGreaterThan(12);
  });

  it.each(["unchanged?blocks=0-9", "unchanged?blocks=5-4", "unchanged?blocks=9000-9001"])(
    "is nothing outside of a section: %s",
    async (place) => {
      const { status, headers } = await get(`${PAIR}/${place}`);
      expect([status, headers["cache-control"]]).toEqual([404, "no-store"]);
    },
  );

  it("stands on the page for those without scripts who ask for it", async () => {
    const { body } = await get(`${PAIR}?unchanged=1`);
    expect(body).toContain(QUIET);
    expect(body).toContain("Say it gently.");
  });
});

describe("a comparison to take along", () => {
  it.each([
    ["markdown", "text/markdown; charset=utf-8", "md"],
    ["html", "text/html; charset=utf-8", "html"],
    ["json", "application/json; charset=utf-8", "json"],
  ])("is a file: %s", async (format, type, end) => {
    const { body, headers } = await get(`${PAIR}/export?format=${format}`);
    expect(headers["content-type"]).toBe(type);
    expect(headers["content-disposition"]).toBe(
      `attachment; filename="2026-03-10-to-2026-07-21.${end}"`,
    );
    expect(body).toContain("Be brief");
  });
});
