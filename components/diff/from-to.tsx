import type { ReactNode } from "react";

/** A value that was and the one that is, for attributes: levels, ids, verdicts. */
export function FromTo({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <span className="from-to">
      {before !== null && <del>{before}</del>}
      <span role="img" aria-label="became">
        →
      </span>
      {after !== null && <ins>{after}</ins>}
    </span>
  );
}
