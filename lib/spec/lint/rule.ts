import type { Clause } from "../clauses";
import type { SpecDocument } from "../document";
import type { ExampleView } from "../examples";
import type { Reference } from "../references";
import type { Section, SectionTree } from "../section-tree";

/** `error`: readers are misled or a link leads nowhere. `warning`: likely a slip. `hint`: worth a look. */
export type Severity = "error" | "warning" | "hint";

/** What a rule says about one place. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** What is wrong and what to do, for the author. */
  message: string;
  uid: string | null;
  sectionId: string | null;
  /** The set of evaluation prompts it stands in, null for the spec itself. */
  prompts: string | null;
  /** Where it stands in the source, when the document came from one and was not edited since. */
  line: number | null;
}

/** The part of a finding that a rule knows. */
export interface Observation {
  message: string;
  uid: string | null;
  section: Section | null;
  prompts?: string;
  /** When the rule knows better than the block where it stands. */
  line?: number;
}

/** One idea of what a good spec does not have. */
export interface Rule {
  id: string;
  severity: Severity;
  /** Why this matters, one sentence. */
  reason: string;
  check: (spec: SpecView) => Iterable<Observation>;
}

/** What rules look at, derived once. */
export interface SpecView {
  document: SpecDocument;
  /** What the importer noted about the source. */
  notes: readonly { code: string; message: string; uid: string | null; line: number }[];
  tree: SectionTree;
  clauses: Clause[];
  examples: ExampleView[];
  references: Reference[];
  /** Every id that a link can name. */
  anchors: ReadonlySet<string>;
}
