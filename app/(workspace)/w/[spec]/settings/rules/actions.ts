"use server";

import { action } from "@/lib/action";
import { SaveLintRules, saveLintRules } from "@/lib/commands/specs/save-lint-rules";

export const saveRules = action(SaveLintRules, (actor, input) =>
  saveLintRules(actor, input, new Date()),
);
