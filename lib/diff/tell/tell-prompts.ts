import type { BlockJson } from "@/lib/spec/block-json";
import type { PromptsFile } from "@/lib/spec/document";
import { plainText } from "@/lib/spec/plain-text";
import { promptHeader } from "@/lib/spec/prompt-header";
import { sameContent } from "../parts/content-key";
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
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const was = before.get(id);
    const now = after.get(id);
    const places = { from: was ? from.prompts(id) : null, to: now ? to.prompts(id) : null };
    const values = { before: was ? id : null, after: now ? id : null };
    const telling_ = { class: "editorial" as const, ...places, ...values };
    if (!was) report.add("prompts.added", { ...telling_, headerOnly: false });
    else if (!now) report.add("prompts.removed", { ...telling_, headerOnly: false });
    else if (!sameContent(was.content, now.content)) tellEdited(was, now, retitled, telling);
  }
}

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
  telling.report.add("prompts.edited", {
    class: "editorial",
    from: telling.from.prompts(was.id),
    to: telling.to.prompts(now.id),
    before: was.id,
    after: now.id,
    parts: wordParts(tokens(was), tokens(now)),
    headerOnly,
    partOf: headerOnly ? renameBehind(was, now, retitled) : null,
  });
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
