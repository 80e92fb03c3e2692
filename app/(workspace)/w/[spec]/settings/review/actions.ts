"use server";

import { action } from "@/lib/action";
import { SaveReviewRules, saveReviewRules } from "@/lib/commands/review/save-review-rules";

export const save = action(SaveReviewRules, (actor, input) =>
  saveReviewRules(actor, input, new Date()),
);
