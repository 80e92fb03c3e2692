import type { BlockJson, InlineJson, ParagraphJson } from "./block-json";
import type { PromptsFile, SpecDocument } from "./document";
import { markers } from "./markers";
import { plainText } from "./plain-text";
import type { Mint } from "./uid";

/** What the first line of a prompts file says: `Examples for [^a9sq] in Be honest:`. */
export interface PromptHeader {
  id: string;
  sectionTitle: string;
}

/** Reads the header of a prompts file, null when it has none in this form. */
export function promptHeader(file: PromptsFile): PromptHeader | null {
  const first = file.content[0];
  if (first?.type !== "paragraph") return null;
  const [lead, marker, ...rest] = first.content ?? [];
  if (lead?.type !== "text" || !/^Examples for $/.test(lead.text)) return null;
  if (marker?.type !== "evaluationMarker") return null;
  const title = /^ in (.*):$/s.exec(plainText(rest))?.[1];
  return title === undefined ? null : { id: marker.attrs.id, sectionTitle: title.trim() };
}

/** A header that no longer says where its marker stands. */
export interface StaleHeader {
  file: PromptsFile;
  header: PromptHeader;
  /** What it should say, null when its marker is not in the text at all. */
  sectionTitle: string | null;
}

/** Prompts files whose header names another marker or another section than the text does. */
export function staleHeaders(document: SpecDocument): StaleHeader[] {
  const homes = markerHomes(document.content);
  return document.prompts.flatMap((file) => {
    const header = promptHeader(file);
    const home = homes.get(file.id);
    if (!header || home === undefined) return [];
    const fits = header.id === file.id && header.sectionTitle === home;
    return fits ? [] : [{ file, header, sectionTitle: home }];
  });
}

/** Brings every stale header in line with the text. Files without a header are left alone. */
export function refreshPromptHeaders(document: SpecDocument): SpecDocument {
  const stale = new Map(staleHeaders(document).map((entry) => [entry.file, entry.sectionTitle]));
  if (stale.size === 0) return document;
  const prompts = document.prompts.map((file) => {
    const title = stale.get(file);
    return title == null ? file : withHeader(file, title);
  });
  return { ...document, prompts };
}

/** The same file with a header that names a section. Its first block must be a header. */
export function withHeader(file: PromptsFile, sectionTitle: string): PromptsFile {
  const first = file.content[0] as ParagraphJson;
  const header = { ...first, content: headerWords(file.id, sectionTitle) };
  return { ...file, content: [header, ...file.content.slice(1)] };
}

/** The first prompts of a marker: a header, and one conversation that waits for its words. */
export function newPromptsFile(id: string, sectionTitle: string, mint: Mint): PromptsFile {
  return {
    id,
    content: [
      { type: "paragraph", attrs: { uid: mint() }, content: headerWords(id, sectionTitle) },
      {
        type: "example",
        attrs: { uid: mint(), id: null, sensitive: false },
        content: [
          { type: "exampleTitle" },
          { type: "message", attrs: { uid: mint(), role: "user", attributes: [] } },
        ],
      },
    ],
  };
}

function headerWords(id: string, sectionTitle: string): InlineJson[] {
  return [
    { type: "text", text: "Examples for " },
    { type: "evaluationMarker", attrs: { id } },
    { type: "text", text: ` in ${sectionTitle}:` },
  ];
}

function markerHomes(blocks: readonly BlockJson[]): Map<string, string> {
  return new Map(markers(blocks).map(({ id, section }) => [id, section?.title ?? ""]));
}
