import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { SourceMap } from "@/lib/markdown/source-map";
import type { SpecDocument } from "@/lib/spec/document";
import type { ImportInput } from "./import-files";
import { ImportRefused } from "./import-refused";
import type { WorkerInput, WorkerMessage } from "./import-worker";
import { IMPORT_LIMITS } from "./limits";
import type { ReadOptions } from "./read-import";
import type { ReleasePreview } from "./release-preview";

/** One version of a spec, read and packed. `unpackRelease` gives what is in it. */
export interface ImportedRelease {
  preview: ReleasePreview;
  content: Uint8Array<ArrayBuffer>;
}

/** How far the reading is: versions read, and how many there are (null while they are being found). */
export type ReadProgress = { read: number; total: number | null };

export interface RunOptions extends ReadOptions {
  onProgress?: (progress: ReadProgress) => void;
  limits?: Partial<Record<"silenceMs" | "totalMs" | "memoryMb", number>>;
}

/** Two at a time: each may take 256 MB and one processor. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads an import in a worker with bounded memory and time. Nothing is written anywhere.
 *
 * @throws ImportRefused when the input is no spec, is too much, or takes too long.
 */
export async function runImport(
  input: ImportInput,
  options: RunOptions = {},
): Promise<ImportedRelease[]> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await readInWorker(input, options);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The document and the source of one version. */
export function unpackRelease({ content }: ImportedRelease): {
  document: SpecDocument;
  source: SourceMap;
} {
  return JSON.parse(new TextDecoder().decode(content)) as {
    document: SpecDocument;
    source: SourceMap;
  };
}

function readInWorker(
  input: ImportInput,
  { onProgress, limits, ...options }: RunOptions,
): Promise<ImportedRelease[]> {
  const { silenceMs, totalMs, memoryMb } = { ...IMPORT_LIMITS, ...limits };
  return new Promise((resolve, reject) => {
    const worker = startWorker({ input, options }, memoryMb);
    const releases: ImportedRelease[] = [];
    let total: number | null = null;
    const end = (settle: () => void) => {
      clearTimeout(silence);
      clearTimeout(whole);
      void worker.terminate();
      settle();
    };
    const refuse = (words: string) => end(() => reject(new ImportRefused(words)));
    const tooSlow = () => refuse(tooMuch(`takes longer than ${silenceMs / 1000} seconds`));
    let silence = setTimeout(tooSlow, silenceMs + STARTING_MS);
    const whole = setTimeout(() => refuse(tooMuch("takes too long in all")), totalMs);
    worker.on("message", (message: WorkerMessage) => {
      clearTimeout(silence);
      silence = setTimeout(tooSlow, silenceMs);
      if (message.kind === "done") return end(() => resolve(releases));
      if (message.kind === "refused") return refuse(message.words);
      if (message.kind === "total") total = message.total;
      else releases.push({ preview: message.preview, content: message.content });
      onProgress?.({ read: releases.length, total });
    });
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (isTooMuch(error)) refuse(tooMuch("takes more memory than one may have"));
      else end(() => reject(error));
    });
    worker.once("exit", () => end(() => reject(new Error("The import ended without an answer."))));
  });
}

// Loading the program is not reading; through tsx it takes a second or two.
const STARTING_MS = 20_000;

const isTooMuch = ({ code, message }: NodeJS.ErrnoException) =>
  code === "ERR_WORKER_OUT_OF_MEMORY" || /call stack|allocation failed/i.test(message);

const tooMuch = (what: string) =>
  `Reading this ${what}, far more than any spec. Nothing was written. Look whether it is the right file, or split it.`;

function startWorker(workerData: WorkerInput, memoryMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 };
  // In production everything is compiled; elsewhere TypeScript is translated as it is loaded. By name and
  // not by import.meta.url, because bundlers move this file.
  if (process.env.NODE_ENV === "production") {
    return new Worker(path.resolve(".build", "import-worker.mjs"), { workerData, resourceLimits });
  }
  const entry = pathToFileURL(path.resolve("lib/import/import-worker.ts")).href;
  const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(entry)}); });`;
  return new Worker(start, { eval: true, workerData, resourceLimits });
}
