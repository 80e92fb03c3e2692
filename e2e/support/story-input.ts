import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { releases as corpus } from "@/lib/markdown/testing/corpus";
import { parse } from "@/lib/markdown/parse";
import { mintUid } from "@/lib/mint-uid";
import { plainText } from "@/lib/spec/plain-text";
import { sectionTree } from "@/lib/spec/section-tree";

/** A release as it lies on a disk: its name, and its files by path. */
interface StoryRelease {
  name: string;
  files: Readonly<Record<string, string>>;
}

/** What the story is told with: the real releases, or those of the sample where there is no corpus. */
export const STORY: readonly StoryRelease[] =
  corpus.length > 0 ? corpus : ["2026-03-10", "2026-07-21"].map(readSampleRelease);

export interface StoryClause {
  id: string;
  title: string;
  /** Its first paragraph. */
  words: string;
}

/** Clauses of the newest release that are easy to point at: each begins with a plain paragraph. */
export function storyClauses(): StoryClause[] {
  const { document } = parse(STORY.at(-1)!.files, { mint: mintUid });
  return sectionTree(document.content).sections.flatMap(({ id, title, authority, blocks }) => {
    const [first] = blocks;
    if (authority === null || !id || first?.type !== "paragraph") return [];
    const content = first.content ?? [];
    const isPlain = content.every((inline) => inline.type === "text" && !inline.marks?.length);
    const words = isPlain ? plainText(content) : "";
    return words.length > 40 && words.length < 400 ? [{ id, title, words }] : [];
  });
}

function readSampleRelease(name: string): StoryRelease {
  const folder = path.join("scripts/demo/marlow", name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return {
    name,
    files: Object.fromEntries(
      paths.map((file) => [file, readFileSync(path.join(folder, file), "utf8")]),
    ),
  };
}
