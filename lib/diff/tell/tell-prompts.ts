import type { BlockJson } from "@/lib/spec/block-json";
import type { PromptsFile } from "@/lib/spec/document";
import { plainText } from "@/lib/spec/plain-text";
import { promptHeader } from "@/lib/spec/prompt-header";
import { pairUnique } from "../match/pairing";
import { nodeKey, sameContent } from "../parts/content-key";
import { tokenize } from "../text/tokens";
import { wordParts } from "../text/word-parts";
import type { Telling } from "./telling";

/** Tells which files of evaluation prompts came, went or changed. */
export function tellPrompts(telling: Telling): void {
  const { comparison, report, from, to } = telling;
  const before = new Map(comparison.before.document.prompts.map((file) => [file.id, file]));
  const after = new Map(comparison.after.document.prompts.map((file) => [file.id, file]));
  const retitled = new Map(
    report.changes.flatMap(({ kind, id, before: old, after: title }): [string, string][] =>
      kind === "section.retitled" ? [[`${old}\n${title}`, id]] : [],
    ),
  );
  const renamed = renamedFiles(before, after);
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const was = before.get(id);
    const now = after.get(id);
    if (was && !now && renamed.has(was)) {
      tellEdited(was, renamed.get(was)!, retitled, telling);
      continue;
    }
    if (now && !was && [...renamed.values()].includes(now)) continue;
    const places = { from: was ? from.prompts(id) : null, to: now ? to.prompts(id) : null };
    const values = { before: was ? id : null, after: now ? id : null };
    const telling_ = { class: "editorial" as const, ...places, ...values };
    if (!was) report.add("prompts.added", { ...telling_, headerOnly: false });
    else if (!now) report.add("prompts.removed", { ...telling_, headerOnly: false });
    else if (!sameContent(was.content, now.content)) tellEdited(was, now, retitled, telling);
  }
}

/**
 * Files whose prompts belong to another marker: the same prompts, word for word, and no other file that
 * has them.
 */
function renamedFiles(
  before: ReadonlyMap<string, PromptsFile>,
  after: ReadonlyMap<string, PromptsFile>,
): Map<PromptsFile, PromptsFile> {
  const found = new Map<PromptsFile, PromptsFile>();
  const gone = [...before.values()].filter(({ id }) => !after.has(id));
  const come = [...after.values()].filter(({ id }) => !before.has(id));
  pairUnique(gone, come, promptsKey, (was, now) => {
    if (sameContent(promptsIn(was), promptsIn(now))) found.set(was, now);
  });
  return found;
}

/** Without the first line, which names marker and section. */
const promptsIn = (file: PromptsFile) =>
  promptHeader(file) ? file.content.slice(1) : file.content;

const promptsKey = (file: PromptsFile) => {
  const content = promptsIn(file);
  return content.length === 0 ? null : nodeKey({ type: "prompts", content: [...content] });
};

function tellEdited(
  was: PromptsFile,
  now: PromptsFile,
  retitled: ReadonlyMap<string, string>,
  telling: Telling,
): void {
  const headerOnly = sameContent(was.content.slice(1), now.content.slice(1));
  const { lexicon } = telling.comparison;
  const shown = (file: PromptsFile) => (headerOnly ? file.content.slice(0, 1) : file.content);
  const tokens = (file: PromptsFile) => tokenize(textOf(shown(file)), lexicon, false);
  const change = telling.report.add("prompts.edited", {
    class: "editorial",
    from: telling.from.prompts(was.id),
    to: telling.to.prompts(now.id),
    before: was.id,
    after: now.id,
    parts: wordParts(tokens(was), tokens(now)),
    headerOnly,
    partOf: headerOnly ? renameBehind(was, now, retitled) : null,
  });
  if (was.id !== now.id) foldMarkers(change.id, was.id, now.id, telling);
}

/** That the one marker went and the other came is part of the new name, where both did. */
function foldMarkers(id: string, was: string, now: string, { report }: Telling): void {
  const gone = report.changes.find(
    ({ kind, before }) => kind === "marker.removed" && before === was,
  );
  const come = report.changes.find(({ kind, after }) => kind === "marker.added" && after === now);
  if (!gone || !come) return;
  gone.partOf ??= id;
  come.partOf ??= id;
}

/** The change of a title that the header of a prompts file follows. */
function renameBehind(
  was: PromptsFile,
  now: PromptsFile,
  retitled: ReadonlyMap<string, string>,
): string | null {
  const titles = `${promptHeader(was)?.sectionTitle}\n${promptHeader(now)?.sectionTitle}`;
  return retitled.get(titles) ?? null;
}

/** Blocks of a prompts file as text, near to what stands in it. */
function textOf(content: readonly BlockJson[]): string {
  const lines: string[] = [];
  for (const block of content) {
    if (block.type === "paragraph") lines.push(plainText(block.content));
    if (block.type !== "example") continue;
    for (const child of block.content ?? []) {
      if (child.type === "exampleTitle") lines.push(`Example: ${plainText(child.content)}`);
      if (child.type === "message") {
        lines.push(`<${child.attrs.role}>`, (child.content ?? []).map(({ text }) => text).join(""));
      }
    }
  }
  return lines.join("\n");
}
