import type { Role, Verdict } from "@/lib/spec/schema/example-blocks";
import type { IconName } from "./dom";

export const ROLE_WORDS: Record<Role, string> = {
  system: "System",
  developer: "Developer",
  user: "User",
  assistant: "Assistant",
  tool: "Tool",
};

/** Verdicts as readers meet them, with a sign besides the colour. */
export const VERDICT_WORDS: Record<Verdict, { word: string; icon: IconName }> = {
  GOOD: { word: "Compliant", icon: "check" },
  BAD: { word: "Violation", icon: "cross" },
  OK: { word: "Minor issues", icon: "minor" },
};
