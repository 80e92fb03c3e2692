import type { BylineView } from "@/lib/feedback/byline";

export interface BylineProps {
  byline: BylineView;
  isOfficial?: boolean;
  isOwn?: boolean;
}

/** Who said it: a pseudonym unless they chose otherwise. What they belong to is their own statement. */
export function Byline({ byline, isOfficial = false, isOwn = false }: BylineProps) {
  return (
    <span className="min-w-0">
      <b className="font-semibold">{byline.name}</b>
      {isOwn && <span className="text-ink-muted"> (you)</span>}
      {byline.organisation && !isOfficial && (
        <span className="text-ink-muted"> · says: {byline.organisation}</span>
      )}
      {isOfficial && (
        <span className="ms-1.5 rounded-xs bg-accent-wash px-1.5 py-0.5 text-xs font-medium text-accent">
          Official answer
        </span>
      )}
    </span>
  );
}
