import { ArrowRight } from "lucide-react";
import type { PlacementView } from "@/lib/feedback/views";

export interface PlacementNoteProps {
  spec: string;
  /** The release it was written on. */
  writtenOn: string;
  placement: PlacementView;
}

const clauseHref = (spec: string, release: string, sectionId: string | null) =>
  `/${spec}/${release}${sectionId ? `#${encodeURIComponent(sectionId)}` : ""}`;

/** Where a thread stands in a later release than its own, in a sentence with the way there. */
export function PlacementNote({ spec, writtenOn, placement }: PlacementNoteProps) {
  const { state, isCertain, release, sectionId, sectionTitle } = placement;
  const there = (
    <a href={clauseHref(spec, release, sectionId)} className="link">
      {sectionTitle || release}
    </a>
  );
  return (
    <p className="flex gap-2 text-sm text-ink-muted">
      <ArrowRight aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {!isCertain ? (
          <>
            Written on {writtenOn}. Where it belongs in {release} is being looked at by a person.
          </>
        ) : state === "same" ? (
          <>
            Written on {writtenOn}. In {release} the same words stand in {there}.
          </>
        ) : state === "moved" ? (
          <>
            Written on {writtenOn}. In {release} the same words stand in another place: {there}.
          </>
        ) : state === "changed" ? (
          <>
            Written on earlier text, {writtenOn}. In {release} it reads otherwise: {there}.
          </>
        ) : (
          <>
            Written on {writtenOn}. In {release} this text is gone.
          </>
        )}
      </span>
    </p>
  );
}
