import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ReadingAssets } from "@/components/reading/reading-facts";
import type { FrontHandler } from "../front";
import { sendAnswer } from "./send-answer";
import { storedAnswer, type StoredAnswer } from "./stored-answer";

/** Where the build puts them: scripts/build-reading.ts. */
export const READING_FOLDER = path.join(".build", "reading");
export const READING_ASSETS = "assets.json";
export const READING_FILES = "files";

/** What pages for readers carry in themselves. @throws When nothing was built. */
export async function readAssets(folder: string = READING_FOLDER): Promise<ReadingAssets> {
  return JSON.parse(await readFile(path.join(folder, READING_ASSETS), "utf8")) as ReadingAssets;
}

const TYPES: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

/**
 * Answers `/_r/…` from memory. The names hold a hash of what is inside, so browsers keep it for ever.
 * A file is read when it is first asked for; most fonts never are.
 */
export async function assetHandler(folder: string = READING_FOLDER): Promise<FrontHandler> {
  const files = path.join(folder, READING_FILES);
  const known = new Set(await readdir(files));
  const ready = new Map<string, Promise<StoredAnswer>>();
  return async (req, res) => {
    if (!req.url?.startsWith("/_r/") || (req.method !== "GET" && req.method !== "HEAD"))
      return false;
    const name = req.url.slice("/_r/".length);
    if (!known.has(name)) return false;
    const answer =
      ready.get(name) ??
      readFile(path.join(files, name)).then((bytes) =>
        storedAnswer(bytes, {
          type: TYPES[path.extname(name)] ?? "application/octet-stream",
          cache: "public, max-age=31536000, immutable",
          shared: false,
        }),
      );
    ready.set(name, answer);
    answer.catch(() => ready.delete(name));
    sendAnswer(req, res, await answer);
    return true;
  };
}
