/** What a bench found: a small table that a person reads. */
export interface BenchTable {
  title: string;
  /** What the figures depend on: the machine, the text, how it was measured. One line each. */
  notes?: readonly string[];
  rows: readonly BenchRow[];
}

export interface BenchRow {
  what: string;
  /** What this program does, with its unit. */
  measured: string;
  /** What was measured beside it in the same run, because machines differ and are noisy. */
  peer?: string;
  /** What is to be reached, with its unit. */
  target?: string;
  /** Whether it was reached; left out where nothing was set. */
  ok?: boolean;
}
