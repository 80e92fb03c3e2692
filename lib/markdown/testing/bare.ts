import type { BlockJson, MarkJson, NodeJson } from "@/lib/spec/block-json";

/** Without identities, which a text does not carry, and without how links spell their address. */
export function bare<N extends NodeJson>(nodes: N[]): N[] {
  return nodes.map(({ content, ...node }) => ({
    ...(node as N),
    ...(node.attrs && "uid" in node.attrs ? { attrs: { ...node.attrs, uid: null } } : {}),
    ...(node.marks ? { marks: node.marks.map(withoutSpelling) } : {}),
    ...(content && content.length > 0 ? { content: bare(content) } : {}),
  }));
}

function withoutSpelling(mark: MarkJson): MarkJson {
  return mark.type === "link" ? { ...mark, attrs: { ...mark.attrs, reference: null } } : mark;
}

/** Where titles give ids, a heading without one has that of its title: takes it from what was read. */
export function impliedIdsFilled(blocks: BlockJson[], read: readonly NodeJson[]): BlockJson[] {
  const ids: (string | null)[] = [];
  const collect = (nodes: readonly NodeJson[]) => {
    for (const node of nodes) {
      if (node.type === "heading") ids.push(node.attrs?.["id"] as string | null);
      else collect(node.content ?? []);
    }
  };
  collect(read);
  const fill = <N extends NodeJson>(nodes: N[]): N[] =>
    nodes.map((node) => {
      if (node.type !== "heading") {
        return node.content ? { ...node, content: fill(node.content) } : node;
      }
      const implied = ids.shift() ?? null;
      return { ...node, attrs: { ...node.attrs, id: node.attrs?.["id"] ?? implied } };
    });
  return fill(blocks);
}
