import { blockContext } from "@/components/blocks/block-context";
import { Blocks } from "@/components/blocks/blocks";
import { parse } from "@/lib/markdown/parse";

export interface ChangelogProps {
  markdown: string;
  /** Where the clauses stand that the notes link to; on the same page when left out. */
  at?: string;
  whole?: boolean;
}

/**
 * Release notes, closed when they are long, unless they are wanted whole. Headings in them are bold lines:
 * the page has its own.
 */
export function Changelog({ markdown, at = "", whole = false }: ChangelogProps) {
  const { document } = parse(markdown, { mint: () => "note", profile: "generic" });
  const blocks = document.content.map((block) =>
    block.type === "heading"
      ? {
          type: "paragraph" as const,
          attrs: { uid: null },
          content: (block.content ?? []).map((inline) => ({
            ...inline,
            marks: [{ type: "strong" as const }],
          })),
        }
      : block,
  );
  const notes = (
    <Blocks
      blocks={blocks}
      context={blockContext(document, {
        identity: () => ({}),
        hrefOf: (id) => `${at}#${encodeURIComponent(id)}`,
      })}
    />
  );
  if (whole || markdown.length < 600) return <div className="notes">{notes}</div>;
  return (
    <details className="notes">
      <summary>Release notes</summary>
      {notes}
    </details>
  );
}
