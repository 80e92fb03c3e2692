import type { Verdict } from "@/lib/spec/schema/example-blocks";

/** What readers see of a verdict. The icon of each is in example.css. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  GOOD: "Compliant",
  BAD: "Violation",
  OK: "Minor issues",
};
