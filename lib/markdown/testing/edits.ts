import fc from "fast-check";
import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import { p } from "@/lib/spec/builders";

/** One change that a person makes in an editor. Numbers pick their place, whatever the document. */
export type Edit =
  | { kind: "type"; at: number; text: string }
  | { kind: "delete"; at: number }
  | { kind: "move"; at: number; to: number }
  | { kind: "insert"; at: number; text: string };

const TEXTS = [
  "x",
  " more",
  "# no heading",
  "- no item",
  "**",
  "](",
  "~~~",
  "</user>",
  "1. one",
  "> q",
  "a\nb",
];

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), at: fc.nat(), text: fc.constantFrom(...TEXTS) }),
  fc.record({ kind: fc.constant("delete" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("move" as const), at: fc.nat(), to: fc.nat() }),
  fc.record({
    kind: fc.constant("insert" as const),
    at: fc.nat(),
    text: fc.constantFrom(...TEXTS),
  }),
);

/** A run of siblings that may be cut and reordered, found by its owner. */
interface Run {
  owner: NodeJson | null;
  children: NodeJson[];
}

/** Does the change to a copy. `touched` is the block that was typed in, null for other changes. */
export function applyEdit(
  blocks: readonly BlockJson[],
  edit: Edit,
  uid: string,
): { blocks: BlockJson[]; touched: string | null } {
  const root = { type: "doc", content: structuredClone(blocks) as BlockJson[] as NodeJson[] };
  const runs = runsIn(root);
  if (edit.kind === "type") {
    const targets = textsIn(root);
    const target = targets[edit.at % Math.max(1, targets.length)];
    if (!target) return { blocks: root.content as BlockJson[], touched: null };
    target.text.text = `${target.text.text}${edit.text}`;
    return { blocks: root.content as BlockJson[], touched: target.uid };
  }
  const run = runs[edit.at % runs.length]!;
  const { children } = run;
  const at = edit.at % Math.max(1, children.length);
  if (edit.kind === "delete") children.splice(at, 1);
  if (edit.kind === "move" && children.length > 0) {
    const [moved] = children.splice(at, 1);
    children.splice(edit.to % (children.length + 1), 0, moved!);
  }
  if (edit.kind === "insert" && HOLDS_BLOCKS.has(run.owner?.type ?? "doc")) {
    children.splice(at, 0, { ...p(edit.text), attrs: { uid } });
  }
  return { blocks: root.content as BlockJson[], touched: null };
}

const HOLDS_BLOCKS = new Set(["doc", "blockquote", "commentary", "listItem"]);
const CONTAINERS = new Set([
  ...HOLDS_BLOCKS,
  "bulletList",
  "orderedList",
  "table",
  "example",
  "comparison",
]);

function runsIn(root: NodeJson): Run[] {
  const runs: Run[] = [];
  const visit = (node: NodeJson) => {
    if (CONTAINERS.has(node.type)) {
      node.content ??= [];
      runs.push({ owner: node, children: node.content });
    }
    node.content?.forEach(visit);
  };
  visit(root);
  return runs;
}

/** Texts a person can type in, with the nearest block that has an identity. */
function textsIn(root: NodeJson): { text: NodeJson & { text: string }; uid: string | null }[] {
  const found: { text: NodeJson & { text: string }; uid: string | null }[] = [];
  const visit = (node: NodeJson, uid: string | null) => {
    if (node.type === "raw") return;
    const own = (node.attrs?.["uid"] as string | undefined) ?? uid;
    if (node.text !== undefined)
      found.push({ text: node as NodeJson & { text: string }, uid: own });
    node.content?.forEach((child) => visit(child, own));
  };
  visit(root, null);
  return found;
}
