import type { ReactNode } from "react";
import { AuthorityMark } from "@/components/authority/authority-mark";
import { styleOfLevel } from "@/lib/spec/level-style";
import type { Change } from "@/lib/diff/change";
import { KIND_WORDS } from "./change-groups";
import type { Comparison } from "./comparison";
import { FromTo } from "./from-to";

export interface ChangeNotesProps {
  changes: readonly Change[];
  comparison: Comparison;
  anchorOf: ReadonlyMap<string, string>;
  /** Whether the block shown is the place that something left. */
  left?: boolean;
}

/**
 * What the words of a text do not show by themselves: level, id, place, references. One line each, in
 * words and shapes.
 */
export function ChangeNotes({ changes, comparison, anchorOf, left = false }: ChangeNotesProps) {
  const notes = changes.flatMap((change) => {
    const words = noteOn(change, comparison, anchorOf, left);
    return words === null ? [] : [{ id: change.id, kind: change.kind, words }];
  });
  if (notes.length === 0) return null;
  return (
    <ul className="diff-notes">
      {notes.map(({ id, kind, words }) => (
        <li key={id}>
          <b>{KIND_WORDS[kind]}</b> {words}
        </li>
      ))}
    </ul>
  );
}

type Note = ReactNode | null;

function noteOn(
  change: Change,
  comparison: Comparison,
  anchorOf: ReadonlyMap<string, string>,
  left: boolean,
): Note {
  const { kind, before, after, from, to } = change;
  switch (kind) {
    case "section.authority":
      return (
        <FromTo
          before={<Level id={before} comparison={comparison} side="before" />}
          after={<Level id={after} comparison={comparison} side="after" />}
        />
      );
    case "section.renamed":
      return <FromTo before={<code>#{before}</code>} after={<code>#{after}</code>} />;
    case "section.tags":
    case "section.attributes":
    case "section.level":
      return <FromTo before={before || "none"} after={after || "none"} />;
    case "section.moved":
      return <>was under {from?.parentTitle ?? "no chapter"}</>;
    case "section.reordered":
    case "example.reordered":
      return <>within its section</>;
    case "section.merged":
      return <>from {change.sources.map((place) => place.sectionTitle).join(", ")}</>;
    case "section.split":
      return <>into {change.targets.map((place) => place.sectionTitle).join(", ")}</>;
    case "section.added":
    case "section.removed":
    case "section.retitled":
      return "";
    case "example.removed":
    case "example.added":
      if (!change.turned) return null;
      return kind === "example.removed" ? "its words stand in commentary now" : "was commentary";
    case "example.edited":
      return change.reordered ? "its parts stand in another order" : null;
    case "unit.moved":
    case "example.moved": {
      const crossing = change.kind === "unit.moved" && change.within ? crossed(from, to) : null;
      if (crossing) return <>{crossing}</>;
      const anchor = anchorOf.get(change.id);
      if (left) return <>to {link(`#${anchor}`, to?.sectionTitle)}</>;
      return <>from {link(`#${change.id}-from`, from?.sectionTitle)}</>;
    }
    case "sentence.moved":
      return (
        <>
          {change.within
            ? "within its section"
            : `from ${from?.sectionTitle ?? "the beginning"} to ${to?.sectionTitle ?? "the beginning"}`}
          : <q className="moved">{after ?? before}</q>
        </>
      );
    case "unit.split":
      return <>into {change.targets.length} paragraphs</>;
    case "unit.merged":
      return <>from {change.sources.length} paragraphs</>;
    case "unit.typography":
    case "example.typography":
      return <>dashes, quotes, spaces or emphasis</>;
    case "xref.added":
    case "link.added":
      return <ins>{target(after, kind, comparison)}</ins>;
    case "xref.removed":
    case "link.removed":
      return <del>{target(before, kind, comparison)}</del>;
    case "link.changed":
      return <FromTo before={<code>{before}</code>} after={<code>{after}</code>} />;
    case "marker.added":
      return <code>{after}</code>;
    case "marker.removed":
      return <code>{before}</code>;
    case "marker.moved":
      return (
        <>
          <code>{after}</code>{" "}
          {from?.sectionId === to?.sectionId
            ? "within its section"
            : `from ${from?.sectionTitle ?? "the beginning"}`}
        </>
      );
    default:
      return null;
  }
}

/** A text that stayed where it was and binds no longer, or binds now. */
function crossed(from: Change["from"], to: Change["to"]): string | null {
  const [was, now] = [from, to].map((place) => place?.form === "commentary paragraph");
  if (was === now) return null;
  return now ? "into commentary" : "out of commentary";
}

const link = (href: string, words: string | null | undefined) => (
  <a className="link" href={href}>
    {words ?? "the beginning"}
  </a>
);

function target(id: string | null, kind: Change["kind"], { after, before }: Comparison): string {
  if (id === null) return "";
  if (!kind.startsWith("xref")) return id;
  return after.context.titleOf(id) ?? before.context.titleOf(id) ?? `#${id}`;
}

export interface LevelProps {
  /** Null for no authority. */
  id: string | null;
  comparison: Comparison;
  side: "before" | "after";
}

/** The badge of a level as one of the two texts has it. */
export function Level({ id, comparison, side }: LevelProps) {
  if (id === null) return <AuthorityMark name="No authority" {...styleOfLevel("")} shape="none" />;
  const { name, shape, colour } = comparison[side].context.levelOf(id);
  return <AuthorityMark name={name} shape={shape} colour={colour} />;
}
