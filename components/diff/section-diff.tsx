import type { ReactNode } from "react";
import { AuthorityMark } from "@/components/authority/authority-mark";
import { LEVEL_CLASS } from "@/components/authority/level-look";
import { Blocks } from "@/components/blocks/blocks";
import { Inline } from "@/components/blocks/inline";
import type { Change } from "@/lib/diff/change";
import type { BlockRow } from "@/lib/diff/document-diff";
import { BlockDiff } from "./block-diff";
import { ChangeNotes } from "./change-notes";
import { KIND_WORDS } from "./change-groups";
import type { Comparison } from "./comparison";
import type { DiffLayout } from "./diff-filter";
import type { Fold } from "./diff-parts";
import { isStop, type DiffItem, type ShownSection } from "./diff-layout";
import { mergeInline } from "./mark-inline";
import { unchangedRange } from "./unchanged-range";

/** What a page adds: to a review, what was looked at and said. */
export interface DiffSlots {
  /** Beside the heading of a section. */
  section?: (section: ShownSection) => ReactNode;
  /** Below a block that changed. */
  change?: (item: Extract<DiffItem, { kind: "changed" }>, section: ShownSection) => ReactNode;
}

export interface SectionDiffProps {
  section: ShownSection;
  comparison: Comparison;
  layout: DiffLayout;
  anchorOf: ReadonlyMap<string, string>;
  /** The address of the page with the text of all folds on it. */
  unfoldedHref: string;
  /** Without it, the text of folds is on the page. */
  fold?: Fold | undefined;
  slots?: DiffSlots | undefined;
}

/** One section in which something changed. */
export function SectionDiff(props: SectionDiffProps) {
  const { section, comparison, layout, anchorOf, slots } = props;
  const { after, before, changes, items, anchor } = section;
  const shown = after ?? before;
  const context = after ? comparison.after.context : comparison.before.context;
  const look = shown?.authority ? context.levelOf(shown.authority) : null;
  return (
    <section
      id={shown?.id ?? undefined}
      className={look ? `diff-section level-bar ${LEVEL_CLASS[look.colour]}` : "diff-section"}
      data-shape={look?.shape}
      data-state={
        section.row.from === null ? "added" : section.row.to === null ? "removed" : undefined
      }
      aria-labelledby={`${anchor}-title`}
    >
      <header
        id={anchor}
        className="diff-heading"
        data-stop={changes.length > 0 ? "" : undefined}
        tabIndex={changes.length > 0 ? -1 : undefined}
      >
        <div>
          {shown?.parent && <p className="diff-above">{shown.parent.title}</p>}
          <h3 id={`${anchor}-title`}>
            <Title section={section} comparison={comparison} />
            {look && (
              <>
                {" "}
                <AuthorityMark name={look.name} shape={look.shape} colour={look.colour} />
              </>
            )}
            <SectionTag changes={changes} />
          </h3>
          <ChangeNotes
            changes={changes.filter(({ kind }) => !TOLD_BY_TAG.has(kind))}
            comparison={comparison}
            anchorOf={anchorOf}
          />
        </div>
        {slots?.section?.(section)}
      </header>
      {items.map((item, index) =>
        item.kind === "same" ? (
          <SameBlocks key={index} {...props} rows={item.rows} />
        ) : (
          <div
            key={index}
            id={item.anchor}
            className="diff-item"
            data-state={item.row.state}
            data-stop={isStop(item, section) ? "" : undefined}
            tabIndex={-1}
          >
            <ItemTag item={item} />
            {item.row.state !== "left" && (
              <BlockDiff
                row={item.row}
                changes={item.changes}
                comparison={comparison}
                layout={layout}
              />
            )}
            <ChangeNotes
              changes={item.changes}
              comparison={comparison}
              anchorOf={anchorOf}
              left={item.row.state === "left"}
            />
            {slots?.change?.(item, section)}
          </div>
        ),
      )}
    </section>
  );
}

const TOLD_BY_TAG: ReadonlySet<Change["kind"]> = new Set([
  "section.added",
  "section.removed",
  "section.retitled",
]);

function Title({
  section: { after, before, changes },
  comparison,
}: Pick<SectionDiffProps, "section" | "comparison">) {
  const retitled = changes.find(({ kind }) => kind === "section.retitled");
  const shown = after ?? before;
  if (!shown) return "Before the first heading";
  const context = after ? comparison.after.context : comparison.before.context;
  const content = retitled
    ? mergeInline(before?.heading.content, after?.heading.content, retitled.parts)
    : shown.heading.content;
  return (
    <>
      <span className="number">{shown.number.join(".")} </span>
      <Inline content={content} context={context} />
    </>
  );
}

function SectionTag({ changes }: { changes: readonly Change[] }) {
  const told = changes.find(({ kind }) => kind === "section.added" || kind === "section.removed");
  if (!told) return null;
  return (
    <span className="diff-tag" data-state={told.kind === "section.added" ? "added" : "removed"}>
      {KIND_WORDS[told.kind]}
    </span>
  );
}

const STATE_WORDS: Record<BlockRow["state"], string | null> = {
  added: "Added",
  removed: "Removed",
  moved: "Moved here",
  left: "Moved away",
  changed: null,
  same: null,
};

/** In words what the edge of the block shows; an edited block says it by its marks. */
function ItemTag({ item }: { item: Extract<DiffItem, { kind: "changed" }> }) {
  const words = STATE_WORDS[item.row.state];
  if (words === null) return <span className="diff-unseen">Edited. </span>;
  return (
    <span className="diff-tag" data-state={item.row.state}>
      {words}
    </span>
  );
}

interface SameBlocksProps extends Pick<SectionDiffProps, "comparison" | "unfoldedHref" | "fold"> {
  rows: readonly BlockRow[];
}

function SameBlocks({ rows, comparison, unfoldedHref, fold }: SameBlocksProps) {
  const { document, context } = comparison.after;
  const places = rows.flatMap(({ to }) => to ?? []);
  const blocks = places.map((index) => document.content[index]!);
  const examples = blocks.filter(({ type }) => type === "example").length;
  const words = unchangedWords(blocks.length - examples, examples);
  if (fold) {
    return fold({ words, range: unchangedRange(document.content, places), href: unfoldedHref });
  }
  return (
    <details className="diff-same">
      <summary>{words}</summary>
      <Blocks blocks={blocks} context={context} />
    </details>
  );
}

function unchangedWords(paragraphs: number, examples: number): string {
  const counts = [
    paragraphs > 0
      ? `${paragraphs} unchanged ${paragraphs === 1 ? "paragraph" : "paragraphs"}`
      : "",
    examples > 0 ? `${examples} unchanged ${examples === 1 ? "example" : "examples"}` : "",
  ];
  return counts.filter((each) => each !== "").join(", ");
}
