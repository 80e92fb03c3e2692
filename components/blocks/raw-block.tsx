import type { RawJson } from "@/lib/spec/block-json";
import { RULE_LINE } from "@/lib/spec/anchors";
import { literalText } from "@/lib/spec/plain-text";
import type { BlockContext } from "./block-context";

/** Raw source with no word for readers: comments, definitions of links, front matter. */
const SILENT = new Set(["comment", "definition", "frontMatter"]);

/** Source without a word in the document model. Shown as it is, or not at all where it says nothing. */
export function RawBlock({ block, context }: { block: RawJson; context: BlockContext }) {
  const source = literalText(block);
  const { kind, uid } = block.attrs;
  if (SILENT.has(kind) || /^\s*<!--[\s\S]*-->\s*$/.test(source)) return null;
  if (kind === "rule") {
    const id = RULE_LINE.exec(source)?.[1];
    return id ? (
      <a className="rule-anchor" id={id} href={context.hrefOf(id)}>
        {id}
      </a>
    ) : null;
  }
  const footnote = kind === "footnote" ? /^\[\^([^\]\s]+)\]:\s*([\s\S]*)$/.exec(source) : null;
  if (footnote) {
    return (
      <p className="footnote" id={`fn-${footnote[1]}`} {...context.identity(uid)}>
        <b>{footnote[1]}</b> {footnote[2]}
      </p>
    );
  }
  return (
    <pre
      {...context.identity(uid)}
      className="raw"
      tabIndex={0}
      role="group"
      aria-label="Source as it was written"
    >
      {source}
    </pre>
  );
}
