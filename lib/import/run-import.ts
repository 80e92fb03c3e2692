import { Worker } from "node:worker_threads";
import type { SourceMap } from "@/lib/markdown/source-map";
import type { SpecDocument } from "@/lib/spec/document";
import type { ImportInput } from "./import-files";
import { ImportRefused } from "./import-refused";
import type { WorkerInput, WorkerMessage } from "./import-worker";
import { IMPORT_LIMITS } from "./limits";
import type { ReadOptions } from "./read-import";
import type { ReleasePreview } from "./release-preview";
import { workerFile } from "./worker-file";

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

async function readInWorker(
  input: ImportInput,
  { onProgress, limits, ...options }: RunOptions,
): Promise<ImportedRelease[]> {
  const { silenceMs, totalMs, memoryMb } = { ...IMPORT_LIMITS, ...limits };
  const worker = await startWorker({ input, options }, memoryMb);
  return new Promise((resolve, reject) => {
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

// Loading the program is not reading, and a busy machine takes its time.
const STARTING_MS = 10_000;

const isTooMuch = ({ code, message }: NodeJS.ErrnoException) =>
  code === "ERR_WORKER_OUT_OF_MEMORY" || /call stack|allocation failed/i.test(message);

const tooMuch = (what: string) =>
  `Reading this ${what}, far more than any spec. Nothing was written. Look whether it is the right file, or split it.`;

async function startWorker(workerData: WorkerInput, memoryMb: number): Promise<Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 };
  return new Worker(await workerFile(), { workerData, resourceLimits });
}
