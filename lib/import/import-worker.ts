// Reads an import in a thread of its own: a hostile text can keep it busy or fill its memory, and is
// ended with it. Messages out: WorkerMessage.
import { parentPort, workerData } from "node:worker_threads";
import { ImportRefused } from "./import-refused";
import type { ImportInput } from "./import-files";
import { readImport, type ReadOptions } from "./read-import";
import type { ReleasePreview } from "./release-preview";

export interface WorkerInput {
  input: ImportInput;
  options: ReadOptions;
}

export type WorkerMessage =
  | { kind: "total"; total: number }
  /** `content` is JSON of `{document, source}` as UTF-8: far smaller than the objects. */
  | { kind: "release"; preview: ReleasePreview; content: Uint8Array<ArrayBuffer> }
  | { kind: "refused"; words: string }
  | { kind: "done" };

const say = (message: WorkerMessage, transfer: ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfer);

try {
  const { input, options } = workerData as WorkerInput;
  for (const step of readImport(input, options)) {
    if ("total" in step) {
      say({ kind: "total", total: step.total });
      continue;
    }
    const { document, source, preview } = step;
    const content = new TextEncoder().encode(JSON.stringify({ document, source }));
    say({ kind: "release", preview, content }, [content.buffer]);
  }
  say({ kind: "done" });
} catch (error) {
  // Anything else is a fault of ours and ends the thread with its stack.
  if (!(error instanceof ImportRefused)) throw error;
  say({ kind: "refused", words: error.message });
}
