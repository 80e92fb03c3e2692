import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { build } from "esbuild";
import { toDraftBlocks } from "@/lib/draft/draft-marks";
import { seedDraft } from "@/lib/draft/write-draft";
import { parse } from "@/lib/markdown/parse";
import { releases } from "@/lib/markdown/testing/corpus";
import { mintUid } from "@/lib/mint-uid";
import type { SpecDocument } from "@/lib/spec/document";
import { findBrowser } from "../scripts/browser";
import { median } from "./median";
import type { BenchTable } from "./table";

/** QUALITY E1. */
const OPEN_MS = 2_000;
const PRESS_P95_MS = 32;
const PRESS_RATIO = 1.2;

const KEYS = 150;
const ROUNDS = 3;

/** Opening and typing with a whole release, against a bare ProseMirror page with the same text. */
export async function run(): Promise<BenchTable> {
  const release = releases.find(({ name }) => name.startsWith("2025-09")) ?? releases.at(-1);
  const title = "The editor with a whole release";
  if (!release) {
    return {
      title,
      notes: ["There is no corpus, so nothing was measured: set SPEC_CORPUS."],
      rows: [],
    };
  }
  const { document } = parse(release.files, { mint: mintUid });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const server = await servePage();
  try {
    return { title, ...(await compare(browser, server.url, document)) };
  } finally {
    await browser.close();
    server.stop();
  }
}

async function compare(
  browser: Browser,
  url: string,
  document: SpecDocument,
): Promise<Omit<BenchTable, "title">> {
  const update = Buffer.from(seedDraft(document)).toString("base64");
  const json = JSON.stringify({ type: "doc", content: toDraftBlocks(document.content) });
  const open: Record<Kind, (page: Page) => Promise<number>> = {
    bare: (page) => page.evaluate((text) => window.openBare(text), json),
    bound: (page) => page.evaluate((text) => window.openBound(text), update),
    contained: (page) => page.evaluate((text) => window.openContained(text), json),
    ours: (page) => page.evaluate((text) => window.openOurs(text), update),
  };
  const opened: Record<Kind, number[]> = { bare: [], bound: [], contained: [], ours: [] };
  const pressed: Record<Kind, number[]> = { bare: [], bound: [], contained: [], ours: [] };
  const remote: number[] = [];
  // By turns, so that a busy moment of the machine meets all.
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of KINDS) {
      const after = async (page: Page) => {
        if (kind === "ours") remote.push(await measureRemote(page));
      };
      const found = await measure(browser, url, open[kind], after);
      opened[kind].push(found.opened);
      pressed[kind].push(...found.presses);
    }
  }
  return tableOf(document.content.length, opened, pressed, remote);
}

/** The pages that are opened: three peers, and ours. */
const KINDS = ["bare", "bound", "contained", "ours"] as const;
type Kind = (typeof KINDS)[number];

function tableOf(
  blocks: number,
  opened: Record<Kind, number[]>,
  pressed: Record<Kind, number[]>,
  remote: number[],
): Omit<BenchTable, "title"> {
  const openMs = median(opened.ours);
  const p95 = (kind: Kind) => percentile(pressed[kind], 0.95);
  const p50 = (kind: Kind) => percentile(pressed[kind], 0.5);
  const ratio = (of: (kind: Kind) => number, peer: Kind) => of("ours") / of(peer);
  const times = (value: number) => `${value.toFixed(2)} x`;
  return {
    notes: [
      `${blocks} blocks; ${ROUNDS} rounds by turns, ${KEYS} key presses each in the middle of the text.`,
      "Key press to paint: from the event to the frame after it. Ours with binding, index, linter and margin.",
      "Bare is ProseMirror alone, bound is ProseMirror with Tiptap's binding to the shared document, contained is",
      "ProseMirror alone with our rule that blocks out of sight are not laid out: what our scripts cost by themselves.",
    ],
    rows: [
      row(
        "open, until it is painted",
        ms(openMs),
        `bare ${ms(median(opened.bare))}, bound ${ms(median(opened.bound))}`,
        `≤ ${OPEN_MS} ms`,
        openMs <= OPEN_MS,
      ),
      row(
        "key press to paint, p95",
        ms(p95("ours")),
        `bare ${ms(p95("bare"))}, bound ${ms(p95("bound"))}, contained ${ms(p95("contained"))}`,
        `≤ ${PRESS_P95_MS} ms`,
        p95("ours") <= PRESS_P95_MS,
      ),
      row(
        "the same as a ratio to bare",
        times(ratio(p95, "bare")),
        `to bound ${times(ratio(p95, "bound"))}, to contained ${times(ratio(p95, "contained"))}`,
        `≤ ${PRESS_RATIO} x`,
        ratio(p95, "bare") <= PRESS_RATIO,
      ),
      row(
        "key press to paint, median",
        ms(p50("ours")),
        `bare ${ms(p50("bare"))}, bound ${ms(p50("bound"))}, contained ${ms(p50("contained"))}`,
        `≤ ${PRESS_RATIO} x bare`,
        ratio(p50, "bare") <= PRESS_RATIO,
      ),
      { what: "somebody else's key press, script time", measured: ms(median(remote)) },
    ],
  };
}

interface Measured {
  opened: number;
  presses: number[];
}

async function measure(
  browser: Browser,
  url: string,
  open: (page: Page) => Promise<number>,
  after: (page: Page) => Promise<void> = async () => undefined,
): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(url);
    const opened = await open(page);
    for (let key = 0; key < KEYS; key++)
      await page.keyboard.press(key % 6 === 5 ? "Space" : "e", { delay: 12 });
    await page.waitForFunction((count) => window.pressTimes.length >= count, KEYS);
    // The first presses warm the engine up.
    const presses = (await page.evaluate(() => window.pressTimes)).slice(20);
    await after(page);
    return { opened, presses };
  } finally {
    await page.close();
  }
}

async function measureRemote(page: Page): Promise<number> {
  const times = await page.evaluate(() =>
    Array.from({ length: 60 }, () => {
      const start = performance.now();
      window.remoteEdit();
      return performance.now() - start;
    }),
  );
  return median(times.slice(10));
}

/** The bench's own page, compiled as production would be. */
async function servePage(): Promise<{ url: string; stop: () => void }> {
  const folder = mkdtempSync(path.join(tmpdir(), "precept-bench-"));
  const outfile = path.join(folder, "page.js");
  await build({
    entryPoints: [path.join(import.meta.dirname, "editor", "page.ts")],
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const script = readFileSync(outfile, "utf8");
  const styles = await build({
    entryPoints: [path.resolve("components/editor/editor.css")],
    bundle: true,
    write: false,
    logLevel: "error",
  });
  const style = styles.outputFiles[0]?.text ?? "";
  rmSync(folder, { recursive: true });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>${style}
.laid-out-whole .ed-text > * { content-visibility: visible; }</style><body><script src="/page.js"></script>`;
  const server = createServer((req, res) => {
    const isScript = req.url === "/page.js";
    res.setHeader(
      "content-type",
      isScript ? "text/javascript; charset=utf-8" : "text/html; charset=utf-8",
    );
    res.end(isScript ? script : html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => void server.close() };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

function row(what: string, measured: string, peer: string, target: string, ok: boolean) {
  return { what, measured, peer, target, ok };
}
