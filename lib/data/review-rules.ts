import { DEFAULT_RULES, ReviewRules } from "@/lib/workflow/review-rules";
import type { Reader } from "./reader";

/** The rules by which a spec decides. @throws When the stored rules are none: nothing is assumed then. */
export async function getReviewRules(reader: Reader, specId: string): Promise<ReviewRules> {
  const settings = await reader.reviewSettings.findUnique({
    where: { specId },
    select: { rules: true },
  });
  return settings ? ReviewRules.parse(settings.rules) : DEFAULT_RULES;
}
