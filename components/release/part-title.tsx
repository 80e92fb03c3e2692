import { AuthorityBadge } from "@/components/authority/authority-badge";
import { BECAME_WORDS } from "./review-words";
import type { ReviewPart } from "./review-types";

/** What a change is about: number, title, authority level, and whether it is new or gone. */
export function PartTitle({ part }: { part: ReviewPart }) {
  const { sectionNumber, title, level, became, kind } = part;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="font-medium">
        {sectionNumber && <span className="text-ink-muted tabular-nums">{sectionNumber} </span>}
        {became === "removed" ? <del>{title || "Untitled"}</del> : title || "Untitled"}
      </span>
      {level && <AuthorityBadge name={level.name} shape={level.shape} colour={level.colour} />}
      {became !== "changed" && kind !== "whole" && (
        <span className="text-xs text-ink-muted">{BECAME_WORDS[became]}</span>
      )}
    </span>
  );
}
