import type { Browser } from "@playwright/test";
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

const RUNS = 5;
const PAIRS: readonly (readonly [newer: string, older: string])[] = [
  ["2025-09-12", "2025-04-11"],
  ["2025-09-12", "2025-02-12"],
];

/** The public page that compares two whole releases (QUALITY L7): the server's work, bytes, the browser's work. */
export async function run(): Promise<BenchTable> {
  const title = "The page of a comparison";
  const names = new Set(releases.map(({ name }) => name));
  if (!PAIRS.flat().every((name) => names.has(name))) {
    return { title, rows: [], notes: ["There are no such releases: set SPEC_CORPUS."] };
  }
  await buildReading();
  const server = await startPageServer();
  const browser = await launchBrowser();
  const rows: BenchRow[] = [];
  try {
    for (const [newer, older] of PAIRS) {
      const address = `${server.origin}/bench/${newer}/compare/${older}`;
      rows.push(...(await measureServer(server, address, `${older} to ${newer}`)));
      rows.push(...(await measureBrowser(browser, address)));
    }
  } finally {
    await browser.close();
    await stopPageServer(server);
  }
  return {
    title,
    rows,
    notes: [
      "Made: the first request, with nothing known of the pair; the server draws it in pieces and serves others meanwhile.",
      `Browser: 1280 × 900, median of ${RUNS}; the longest time in one piece that nothing else could be done.`,
    ],
  };
}

async function measureServer(
  { child }: PageServer,
  address: string,
  name: string,
): Promise<BenchRow[]> {
  const before = await usageOf(child);
  const cold = await firstByte(address);
  const after = await usageOf(child);
  const later: number[] = [];
  for (let each = 0; each < RUNS; each += 1) later.push(await firstByte(address));
  const warm = median(later);
  const body = await (await fetch(address)).text();
  const sent = await sentBytes(address);
  const cpu = after.seconds - before.seconds;
  return [
    row(`${name}: made, processor time`, `${Math.round(cpu * 1000)} ms`, "≤ 2 s", cpu <= 2),
    row("  first byte, made just now", `${Math.round(cold)} ms`),
    row("  the server held up meanwhile", `${Math.round(after.stalled)} ms`),
    row("  memory of the whole server", `${after.megabytes} MB`),
    row("  first byte afterwards", `${warm.toFixed(1)} ms`, "≤ 20 ms", warm <= 20),
    row(
      "  page, as it is and as it is sent (br)",
      `${Math.round(body.length / 1024)} KB, ${(sent / 1024).toFixed(1)} KB`,
      "≤ 90 KB sent",
      sent <= 90 * 1024,
    ),
  ];
}

interface Usage {
  seconds: number;
  megabytes: number;
  /** The longest time that the process did one thing since it was asked before, in milliseconds. */
  stalled: number;
}

async function usageOf(child: PageServer["child"]): Promise<Usage> {
  child.send("cpu");
  const { cpu, ...rest } = await answerOf<{ cpu: NodeJS.CpuUsage } & Omit<Usage, "seconds">>(child);
  return { ...rest, seconds: (cpu.user + cpu.system) / 1e6 };
}

async function firstByte(address: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(address, { headers: { "accept-encoding": "br" } });
  if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
  const time = performance.now() - start;
  await answer.arrayBuffer();
  return time;
}

// As text: a function would carry names that tsx adds and the page does not know.
const WATCH = `
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: "longtask", buffered: true });
`;

async function measureBrowser(browser: Browser, address: string): Promise<BenchRow[]> {
  const longest: number[] = [];
  let elements = 0;
  for (let each = 0; each < RUNS; each += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await page.goto(address, { waitUntil: "load" });
    // From one end to the other: all that the page lays out late.
    for (const key of ["n", "n", "End", "Home"]) {
      await page.keyboard.press(key);
      await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    }
    longest.push(await page.evaluate(() => (window as unknown as { longest: number }).longest));
    elements = await page.evaluate(() => document.querySelectorAll("*").length);
    await context.close();
  }
  const block = median(longest);
  return [
    row("  browser, longest in one piece", `${Math.round(block)} ms`, "≤ 200 ms", block <= 200),
    row("  elements", String(elements)),
  ];
}

const row = (what: string, measured: string, target?: string, ok?: boolean): BenchRow => ({
  what,
  measured,
  ...(target ? { target } : {}),
  ...(ok === undefined ? {} : { ok }),
});
