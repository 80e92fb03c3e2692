import type { Role, Verdict } from "@/lib/spec/schema/example-blocks";

export const ROLE_WORDS: Record<Role, string> = {
  system: "System",
  developer: "Developer",
  user: "User",
  assistant: "Assistant",
  tool: "Tool",
};

/** Verdicts as readers meet them; the style sheet gives each a sign besides the colour. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  GOOD: "Compliant",
  BAD: "Violation",
  OK: "Minor issues",
};
