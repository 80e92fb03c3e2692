import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";

/** A value that was and the one that is, for attributes: levels, ids, verdicts. */
export function FromTo({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <span className="from-to">
      {before !== null && <del>{before}</del>}
      <ArrowRight aria-label="became" className="size-3.5" />
      {after !== null && <ins>{after}</ins>}
    </span>
  );
}
