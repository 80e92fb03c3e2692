import { z } from "zod";
import type { SpecFiles } from "@/lib/markdown/spec-files";
import { changelogFor } from "./changelog-sections";

/** One version of a spec among what was handed over. */
export interface FoundRelease {
  /** Its folder, "" for the only one. */
  folder: string;
  /** Proposed label: what the folder is called, or the day it was released. Null when nothing tells. */
  label: string | null;
  /** When it was released, as an ISO time with its zone. */
  date: string | null;
  /** What its author said of it: the change log's part, else the message of its commit. */
  changelog: string;
  /** Its Markdown by path within the folder. */
  files: SpecFiles;
}

const MAIN = /(?:^|\/)(?:model_spec|spec)\.md$/;

/**
 * Tells the versions of a spec apart. Several folders that each hold a `model_spec.md` or `spec.md` are
 * several releases; anything else is one.
 *
 * @param texts All texts by path.
 * @param handedOver What the file or folder as a whole is called: a single release may say there which it is.
 * @returns Oldest first: by date where all have one, else by label.
 */
export function findReleases(texts: ReadonlyMap<string, string>, handedOver = ""): FoundRelease[] {
  const folders = [...texts.keys()].filter((path) => MAIN.test(path)).map(folderOf);
  const several = new Set(folders).size > 1;
  // A spec inside the folder of another one (a copy in docs/) is no release of its own.
  const roots = several ? folders.filter((folder) => !isInside(folder, folders)) : [];
  const places = roots.length > 1 ? releaseFolders(roots) : [singleFolder(folders)];
  const shared = texts.get("CHANGELOG.md") ?? "";
  const whole = places.length === 1 ? handedOver : "";
  return inOrder(places.map((folder) => releaseIn(folder, texts, { shared, handedOver: whole })));
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);

const isInside = (folder: string, others: readonly string[]) =>
  others.some((other) => other !== folder && folder.startsWith(other));

/**
 * The folders in which the releases differ. What is about a release stands there, also when its spec is
 * further inside: `1.0/commit.json` and `1.0/docs/spec.md`.
 */
function releaseFolders(folders: readonly string[]): string[] {
  const paths = folders.map((folder) => folder.split("/"));
  const shortest = Math.min(...paths.map((path) => path.length - 1));
  let shared = 0;
  while (shared < shortest && paths.every((path) => path[shared] === paths[0]![shared]))
    shared += 1;
  return [...new Set(paths.map((path) => `${path.slice(0, shared + 1).join("/")}/`))];
}

/** The spec of a repository may stand in a folder of its own, with a README above it. */
function singleFolder(folders: readonly string[]): string {
  return folders.toSorted((a, b) => a.length - b.length)[0] ?? "";
}

function releaseIn(
  folder: string,
  texts: ReadonlyMap<string, string>,
  { shared, handedOver }: { shared: string; handedOver: string },
): FoundRelease {
  const own = [...texts].flatMap(([path, text]): [string, string][] =>
    path.startsWith(folder) ? [[path.slice(folder.length), text]] : [],
  );
  const files = Object.fromEntries(own.filter(([path]) => isOfSpec(path)));
  const within = new Map(own);
  const commit = readCommit(within.get("commit.json"));
  // The ending of a file is no part of a label.
  const names = [folder.split("/").at(-2) ?? "", handedOver.replace(/\.(?:zip|md|json)$/i, "")];
  const name = names.find((one) => labelOf(one) !== null) ?? "";
  const label = labelOf(name) ?? commit.date?.slice(0, 10) ?? labelOf(commit.message);
  const log = within.get("CHANGELOG.md") ?? shared;
  const said = label === null ? null : changelogFor(log, label);
  const date = commit.date ?? dayIn(name);
  return { folder, label, date, changelog: said ?? commit.message, files };
}

function isOfSpec(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path) && !/(?:^|\/)CHANGELOG\.md$/i.test(path);
}

const Commit = z.object({ date: z.string().max(40).optional(), message: z.string().optional() });

/** What a commit says of a release; a file that says something else says nothing. */
function readCommit(text: string | undefined): { date: string | null; message: string } {
  const read = Commit.safeParse(parsedJson(text));
  if (!read.success) return { date: null, message: "" };
  const { date, message = "" } = read.data;
  const known = date !== undefined && !Number.isNaN(Date.parse(date));
  return { date: known ? date : null, message: message.slice(0, 20_000).trim() };
}

function parsedJson(text: string | undefined): unknown {
  try {
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** A day or a version, with what stands behind it: `2025-12-18-r2`, `v1.4.0`. */
const LABEL =
  /\b\d{4}-\d{2}-\d{2}(?:[.-][a-z0-9]{1,12})?\b|\b\d+(?:\.\d+){1,3}(?:-[a-z0-9.]{1,20})?\b/i;

function labelOf(text: string): string | null {
  return LABEL.exec(text.replace(/^v(?=\d)/i, ""))?.[0] ?? null;
}

function dayIn(text: string): string | null {
  const day = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? `${day}T00:00:00Z` : null;
}

const NATURAL = new Intl.Collator("en", { numeric: true });

function inOrder(releases: FoundRelease[]): FoundRelease[] {
  const dated = releases.every(({ date }) => date !== null);
  const byLabel = (a: FoundRelease, b: FoundRelease) =>
    NATURAL.compare(a.label ?? a.folder, b.label ?? b.folder);
  return releases.toSorted((a, b) => {
    const apart = dated ? Date.parse(a.date!) - Date.parse(b.date!) : 0;
    return apart || byLabel(a, b);
  });
}
