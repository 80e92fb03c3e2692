import { blockContext } from "@/components/blocks/block-context";
import { ClauseSection } from "@/components/clause/clause-section";
import { sectionTree } from "@/lib/spec/section-tree";
import type { SpecDocument } from "@/lib/spec/document";

export interface ClauseInTextProps {
  document: SpecDocument;
  sectionUid: string;
  /** Where references to other clauses lead; without it they stay on this page. */
  base?: string;
}

/** One clause of a text, as it is read, on a page about something else. */
export function ClauseInText({ document, sectionUid, base = "" }: ClauseInTextProps) {
  const tree = sectionTree(document.content);
  const section = tree.sections.find(({ uid }) => uid === sectionUid);
  if (!section) return null;
  // The clause may stand on the page more than once: ids of its own would be there twice.
  const context = blockContext(
    document,
    {
      identity: () => ({}),
      hrefOf: (id) => `${base}#${encodeURIComponent(id)}`,
      // Whatever its level in the spec, here it stands below the name of its text.
      topHeading: Math.max(1, 5 - section.level),
    },
    tree,
  );
  return (
    <div className="spec-text text-editing">
      <ClauseSection section={{ ...section, id: null }} context={context} />
    </div>
  );
}
