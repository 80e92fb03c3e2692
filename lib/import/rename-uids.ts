import type { NodeJson } from "@/lib/spec/block-json";
import type { SpecDocument } from "@/lib/spec/document";
import type { BlockSource, FileSource, SourceMap } from "@/lib/markdown/source-map";

/** New identities by old ones; what is not named keeps its own. */
export type NewUids = ReadonlyMap<string, string>;

/** A document whose blocks carry other identities and say the same. */
export function renameUids(document: SpecDocument, uids: NewUids): SpecDocument {
  const renamed = <N extends NodeJson>(node: N): N => {
    const uid = node.attrs?.["uid"];
    const next = typeof uid === "string" ? uids.get(uid) : undefined;
    return {
      ...node,
      ...(next === undefined ? {} : { attrs: { ...node.attrs, uid: next } }),
      ...(node.content ? { content: node.content.map(renamed) } : {}),
    };
  };
  return {
    ...document,
    content: document.content.map(renamed),
    prompts: document.prompts.map((file) => ({ ...file, content: file.content.map(renamed) })),
  };
}

/** The source beside such a document. */
export function renameSourceUids(source: SourceMap, uids: NewUids): SourceMap {
  const name = (uid: string) => uids.get(uid) ?? uid;
  const block = ({ gap, ...rest }: BlockSource): BlockSource =>
    gap ? { ...rest, gap: { ...gap, after: gap.after === null ? null : name(gap.after) } } : rest;
  const file = ({ tailOf, ...rest }: FileSource): FileSource =>
    tailOf === undefined ? rest : { ...rest, tailOf: name(tailOf) };
  return {
    ...source,
    files: mapped(source.files, file),
    blocks: Object.fromEntries(
      Object.entries(source.blocks).map(([uid, value]) => [name(uid), block(value)]),
    ),
  };
}

const mapped = <T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
