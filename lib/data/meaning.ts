import type { SpecDocument } from "@/lib/spec/document";
import { sectionTree } from "@/lib/spec/section-tree";

/** Keys of the sections whose change may matter to how the system behaves. */
export interface Meaning {
  normative: ReadonlySet<string>;
}

/** What a change of text means, as the comparison classes it. */
export function meaningOf(before: SpecDocument | null, after: SpecDocument): Meaning {
  const keys = [before, after].flatMap((document) =>
    document ? sectionTree(document.content).sections.flatMap(({ uid }) => uid ?? []) : [],
  );
  return { normative: new Set(keys) };
}
