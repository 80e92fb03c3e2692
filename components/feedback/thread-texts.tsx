import { sectionTree } from "@/lib/spec/section-tree";
import type { SpecDocument } from "@/lib/spec/document";
import { ClauseInText } from "./clause-in-text";
import { QuotedWords } from "./quoted-words";

interface TextOfClause {
  document: SpecDocument;
  sectionUid: string;
  quote: string;
}

export interface ThreadTextsProps {
  release: string;
  published: TextOfClause | null;
  draft: TextOfClause | null;
}

/** The clause that a thread is about, as it was read and, where it differs, as the draft has it now. */
export function ThreadTexts({ release, published, draft }: ThreadTextsProps) {
  if (published && draft && wordsOf(published) === wordsOf(draft)) {
    return <OneText title={`In release ${release}, and the same in the draft`} text={published} />;
  }
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

/** All that a clause says, to be compared. */
function wordsOf({ document, sectionUid }: TextOfClause): string {
  const section = sectionTree(document.content).sections.find(({ uid }) => uid === sectionUid);
  return JSON.stringify([section?.heading, section?.blocks]);
}

function OneText({
  title,
  text,
  none = "",
}: {
  title: string;
  text: TextOfClause | null;
  none?: string;
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
        {text ? <ClauseInText {...text} /> : <p className="text-ink-muted">{none}</p>}
      </div>
    </section>
  );
}
