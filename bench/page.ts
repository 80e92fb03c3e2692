import type { ChildProcess } from "node:child_process";
import autocannon from "autocannon";
import type { Browser, Page } from "@playwright/test";
import { releases } from "@/lib/markdown/testing/corpus";
import { buildReading } from "@/scripts/build-reading";
import { launchBrowser } from "./launch-browser";
import { median } from "./median";
import {
  answerOf,
  sentBytes,
  startPageServer,
  stopPageServer,
  type PageServer,
} from "./start-page-server";
import type { BenchRow, BenchTable } from "./table";

const RUNS = 15;
// Of requests: how often each kind has its turn, and for how long.
const ROUNDS = 3;
const SECONDS = 3;

/**
 * The page of a whole release: bytes, elements, paint on a slow phone beside a bare page of the same
 * text, and requests per second of processor time beside a handler that does nothing else.
 */
export async function run(): Promise<BenchTable> {
  const title = "The page of a release";
  if (releases.length === 0) {
    return {
      title,
      notes: ["There is no corpus, so nothing was measured: set SPEC_CORPUS."],
      rows: [],
    };
  }
  await buildReading();
  const server = await startPageServer();
  const browser = await launchBrowser();
  try {
    return {
      title,
      notes: [
        `${releases.at(-1)!.name} of the corpus. Phone: 150 ms, 1.6 Mbit/s, processor four times slower; median of ${RUNS}.`,
        "Bare: the same markup in UTF-8, without style, scripts and frame. Requests: by processor time of the server.",
      ],
      rows: [
        ...(await measureBytes(server)),
        await measureScripts(browser, server),
        ...drawing(server),
        ...(await measureOnPhone(browser, server)),
        ...(await measureThroughput(server)),
      ],
    };
  } finally {
    await browser.close();
    await stopPageServer(server);
  }
}

async function measureBytes({ origin }: PageServer): Promise<BenchRow[]> {
  const answer = await sentBytes(`${origin}/bench`);
  const start = /src="(\/_r\/start[^"]+)"/.exec(await (await fetch(`${origin}/bench`)).text())?.[1];
  const script = await sentBytes(`${origin}${start}`);
  const total = answer + script;
  return [
    row(
      "whole page over the wire, br (style, first script)",
      `${(total / 1024).toFixed(1)} KB`,
      "≤ 90 KB",
      total <= 90 * 1024,
    ),
  ];
}

/** What is fetched when somebody moves, beyond the page: all scripts, feedback among them. */
async function measureScripts(browser: Browser, { origin }: PageServer): Promise<BenchRow> {
  const page = await browser.newPage();
  await page.goto(`${origin}/bench`, { waitUntil: "load" });
  const begun = await scriptBytes(page);
  const feedback = page.waitForResponse(/\/_r\/feedback/);
  await page.mouse.move(200, 200);
  await (await feedback).finished();
  const more = (await scriptBytes(page)) - begun;
  await page.close();
  return row(
    "script once somebody moves, br",
    `${(more / 1024).toFixed(1)} KB`,
    "≤ 15 KB",
    more <= 15 * 1024,
  );
}

const scriptBytes = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );

const drawing = ({ drawn, reopened }: PageServer): BenchRow[] => [
  row(
    "processor time to draw and compress it, once in its life",
    `${Math.round(drawn * 1000)} ms`,
    "",
  ),
  row(
    "the same in a process that begins later",
    `${Math.round(reopened * 1000)} ms`,
    "≤ 400 ms",
    reopened <= 0.4,
  ),
];

interface Paint {
  lcp: number;
  cls: number;
  tbt: number;
  elements: number;
}

async function measureOnPhone(browser: Browser, { origin }: PageServer): Promise<BenchRow[]> {
  const ours: Paint[] = [];
  const bare: Paint[] = [];
  for (let each = 0; each < RUNS; each += 1) {
    ours.push(await paint(browser, `${origin}/bench`));
    bare.push(await paint(browser, `${origin}/bare`));
  }
  const of = (list: Paint[], key: keyof Paint) => median(list.map((one) => one[key]));
  const ratio = of(ours, "lcp") / of(bare, "lcp");
  return [
    row(
      "largest paint",
      `${Math.round(of(ours, "lcp"))} ms, ${ratio.toFixed(2)} x bare`,
      "≤ 1.05 x bare",
      ratio <= 1.05,
      `bare ${Math.round(of(bare, "lcp"))} ms`,
    ),
    row("layout shift", of(ours, "cls").toFixed(4), "0", of(ours, "cls") === 0),
    row(
      "blocked beyond 50 ms",
      `${Math.round(of(ours, "tbt"))} ms`,
      "≤ 30 ms",
      of(ours, "tbt") <= 30,
      `bare ${Math.round(of(bare, "tbt"))} ms`,
    ),
    row("elements", String(of(ours, "elements")), "≤ 4500", of(ours, "elements") <= 4500),
  ];
}

// As text: a function would carry names that tsx adds and the page does not know.
const WATCH = `
  window.seen = { lcp: 0, cls: 0, tbt: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => (seen.lcp = entry.startTime));
  watch("layout-shift", (entry) => (seen.cls += entry.value));
  watch("longtask", (entry) => {
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    if (painted !== undefined && entry.startTime > painted) seen.tbt += Math.max(0, entry.duration - 50);
  });
`;

async function paint(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(WATCH);
  // Readers come from another site. From an empty tab a page that may not share its process with others
  // would have to wait for a new one, which a bare page finds there.
  await page.goto(url.replace("//localhost", "//127.0.0.1").replace(/[^/]*$/, "llms.txt"));
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(1_500);
  const found = await page.evaluate(() => ({
    ...(window as unknown as { seen: Omit<Paint, "elements"> }).seen,
    elements: document.querySelectorAll("*").length,
  }));
  await context.close();
  return found;
}

async function measureThroughput(server: PageServer): Promise<BenchRow[]> {
  const { headers } = await fetch(`${server.origin}/bench`, {
    headers: { "accept-encoding": "br" },
  });
  const known = { "if-none-match": String(headers.get("etag")) };
  const asked = {
    page: { place: "/bench" },
    bare: { place: "/bare" },
    unchanged: { place: "/bench", headers: known },
    bareUnchanged: { place: "/bare-304", headers: known },
  };
  const names = Object.keys(asked) as (keyof typeof asked)[];
  // The first thousands of requests are slow, whoever answers them.
  for (const name of names) await perSecond(server, asked[name]);
  const queriesBefore = (await usage(server.child)).queries;
  const rates = { page: [], bare: [], unchanged: [], bareUnchanged: [] } as Record<
    (typeof names)[number],
    number[]
  >;
  // In turn, so that what else the machine does falls on all of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) rates[name].push(await perSecond(server, asked[name]));
  }
  const queries = (await usage(server.child)).queries - queriesBefore;
  const rate = (name: (typeof names)[number]) => median(rates[name]);
  const beside = (what: string, own: number, peer: number, peerWords: string) =>
    row(
      what,
      `${perSecondWords(own)}, ${(own / peer).toFixed(2)} x bare`,
      "≥ 0.5 x bare",
      own >= peer / 2,
      `${peerWords} ${perSecondWords(peer)}`,
    );
  return [
    beside("pages per second of processor", rate("page"), rate("bare"), "bare handler"),
    row("queries for all these pages", String(queries), "0", queries === 0),
    beside(
      "answers 304 per second of processor",
      rate("unchanged"),
      rate("bareUnchanged"),
      "bare 304",
    ),
  ];
}

const perSecondWords = (rate: number) => `${Math.round(rate).toLocaleString("en")} /s`;

/** Requests that the server answers in a second of its processor. */
async function perSecond(
  { child, origin }: PageServer,
  { place, headers = {} }: { place: string; headers?: Record<string, string> },
): Promise<number> {
  const before = await usage(child);
  const { requests } = await autocannon({
    url: origin + place,
    connections: 50,
    headers: { "accept-encoding": "gzip, deflate, br", ...headers },
    duration: SECONDS,
  });
  return requests.total / ((await usage(child)).seconds - before.seconds);
}

/** Processor time of the server in seconds and its queries, so far. */
async function usage(child: ChildProcess): Promise<{ seconds: number; queries: number }> {
  child.send("cpu");
  const { cpu, queries } = await answerOf<{ cpu: NodeJS.CpuUsage; queries: number }>(child);
  return { seconds: (cpu.user + cpu.system) / 1e6, queries };
}

const row = (
  what: string,
  measured: string,
  target: string,
  ok?: boolean,
  peer?: string,
): BenchRow => ({
  what,
  measured,
  ...(peer ? { peer } : {}),
  target,
  ...(ok === undefined ? {} : { ok }),
});
