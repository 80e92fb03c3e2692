import type { MarkJson, NodeJson } from "./block-json";
import type { SpecDocument } from "./document";
import type { LedgerEvent } from "./ledger";
import { checkSectionId } from "./section-id";
import { sectionTree } from "./section-tree";

/**
 * Gives a section or example another id, everywhere at once: its own `{#id}`, references, links,
 * violated clauses, in the text and in the evaluation prompts, with an entry in the ledger.
 *
 * @param at When it happened, as the ledger says it.
 * @throws SectionIdRefused when the new id is taken or cannot be an id.
 */
export function renameId(
  document: SpecDocument,
  from: string,
  to: string,
  at: Pick<LedgerEvent, "release" | "revision">,
): SpecDocument {
  if (from === to) return document;
  checkSectionId(to, new Set(sectionTree(document.content).byId.keys()));
  const rename = rewriter((type, attrs) => {
    if (OWN_ID.has(type) && attrs["id"] === from) return { ...attrs, id: to };
    if (type === "response" && attrs["violates"] === from) return { ...attrs, violates: to };
    if (type === "link" && attrs["href"] === `#${from}`) return { ...attrs, href: `#${to}` };
    return attrs;
  });
  return {
    ...rewritten(document, rename),
    ledger: [...document.ledger, { kind: "renamed", from, to, ...at }],
  };
}

/** Gives an evaluation marker another id: the markers in the text, the prompts file, its header. */
export function renameMarker(document: SpecDocument, from: string, to: string): SpecDocument {
  const rename = rewriter((type, attrs) =>
    type === "evaluationMarker" && attrs["id"] === from ? { ...attrs, id: to } : attrs,
  );
  const { prompts, ...rest } = rewritten(document, rename);
  const renamed = prompts.map((file) => (file.id === from ? { ...file, id: to } : file));
  return { ...rest, prompts: renamed.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Renames a whole authority level. That is not the same as moving a clause to another level. */
export function renameLevel(
  document: SpecDocument,
  from: string,
  to: { key: string; name: string },
): SpecDocument {
  const rename = rewriter((type, attrs) =>
    type === "heading" && attrs["authority"] === from ? { ...attrs, authority: to.key } : attrs,
  );
  const levels = document.levels.map((level) => (level.key === from ? { ...level, ...to } : level));
  return { ...rewritten(document, rename), levels };
}

const OWN_ID = new Set(["heading", "example", "crossReference"]);

type Attributes = NonNullable<NodeJson["attrs"]>;
type Rewrite = <N extends NodeJson>(nodes: N[]) => N[];

function rewritten(document: SpecDocument, rename: Rewrite): SpecDocument {
  const prompts = document.prompts.map((file) => ({ ...file, content: rename(file.content) }));
  return { ...document, content: rename(document.content), prompts };
}

/** Applies a change of attributes to all nodes and marks. Nodes it does not touch stay the same objects. */
function rewriter(change: (type: string, attrs: Attributes) => Attributes): Rewrite {
  const node = <N extends NodeJson>(before: N): N => {
    const attrs = before.attrs && change(before.type, before.attrs);
    const content = before.content && nodes(before.content);
    const marks = before.marks && sameOr(before.marks, mark);
    if (attrs === before.attrs && content === before.content && marks === before.marks)
      return before;
    return {
      ...before,
      ...(attrs ? { attrs } : {}),
      ...(content ? { content } : {}),
      ...(marks ? { marks } : {}),
    };
  };
  const mark = (before: MarkJson): MarkJson => {
    if (!("attrs" in before)) return before;
    const attrs = change(before.type, before.attrs);
    return attrs === before.attrs ? before : ({ ...before, attrs } as MarkJson);
  };
  const nodes: Rewrite = (list) => sameOr(list, node);
  return nodes;
}

function sameOr<T>(list: T[], change: (item: T) => T): T[] {
  const next = list.map(change);
  return next.every((item, index) => item === list[index]) ? list : next;
}
