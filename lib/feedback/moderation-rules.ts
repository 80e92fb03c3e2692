/**
 * For which reasons a comment may be hidden. Disagreement, however sharp, is none of them (QUALITY P7).
 * The keys are stored; words may be improved.
 */
export const MODERATION_RULES = [
  "off_topic",
  "advertising",
  "personal_data",
  "abuse",
  "unlawful",
  "repetition",
] as const;

export type ModerationRule = (typeof MODERATION_RULES)[number];

export const RULE_WORDS: Readonly<Record<ModerationRule, { name: string; meaning: string }>> = {
  off_topic: {
    name: "Not about the spec",
    meaning: "It has nothing to do with the text or with how the system behaves.",
  },
  advertising: {
    name: "Advertising",
    meaning: "It sells or promotes something, or exists for its links.",
  },
  personal_data: {
    name: "Somebody’s personal data",
    meaning: "It tells who somebody is or how they live, without their leave.",
  },
  abuse: {
    name: "Abuse",
    meaning: "It insults, threatens or degrades people. Harsh words about the text are no abuse.",
  },
  unlawful: { name: "Unlawful", meaning: "It may not be published under the law." },
  repetition: {
    name: "Said already",
    meaning: "The same words were posted before, to make an opinion look larger.",
  },
};

export const isModerationRule = (value: unknown): value is ModerationRule =>
  MODERATION_RULES.some((rule) => rule === value);
