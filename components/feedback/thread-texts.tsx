import { blockContext } from "@/components/blocks/block-context";
import { ClauseSection } from "@/components/clause/clause-section";
import { sectionTree } from "@/lib/spec/section-tree";
import type { SpecDocument } from "@/lib/spec/document";
import { QuotedWords } from "./quoted-words";

interface ClauseInText {
  document: SpecDocument;
  sectionUid: string;
  quote: string;
}

export interface ThreadTextsProps {
  release: string;
  published: ClauseInText | null;
  draft: ClauseInText | null;
}

/** The clause that a thread is about, as it was read and as the draft has it now, side by side. */
export function ThreadTexts({ release, published, draft }: ThreadTextsProps) {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <OneText
        title={`In release ${release}`}
        text={published}
        none="It stands before the first heading."
      />
      <OneText
        title="In the draft"
        text={draft}
        none="The draft has no such text any more. Look at what took its place before you decide."
      />
    </div>
  );
}

function OneText({
  title,
  text,
  none,
}: {
  title: string;
  text: ClauseInText | null;
  none: string;
}) {
  return (
    <section className="min-w-0 rounded-md border border-line bg-raised">
      <h3 className="border-b border-line px-4 py-2 text-sm font-medium text-ink-muted">{title}</h3>
      <div
        className="max-h-96 overflow-y-auto px-4 py-3"
        tabIndex={0}
        role="region"
        aria-label={title}
      >
        {text?.quote && <QuotedWords words={text.quote} className="mb-3" />}
        {text ? <Clause text={text} /> : <p className="text-ink-muted">{none}</p>}
      </div>
    </section>
  );
}

function Clause({ text: { document, sectionUid } }: { text: ClauseInText }) {
  const tree = sectionTree(document.content);
  const section = tree.sections.find(({ uid }) => uid === sectionUid);
  if (!section) return null;
  // Two forms of one clause stand on this page: ids of theirs would be there twice.
  const context = blockContext(
    document,
    {
      identity: () => ({}),
      hrefOf: (id) => `#${encodeURIComponent(id)}`,
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
