/** What a reader wants to say. */
export const THREAD_KINDS = ["question", "problem", "suggestion", "support"] as const;

export type ThreadKind = (typeof THREAD_KINDS)[number];

export const KIND_WORDS: Readonly<Record<ThreadKind, { name: string; hint: string }>> = {
  question: { name: "Question", hint: "Something is unclear to you." },
  problem: { name: "Problem", hint: "Something is wrong, missing or would do harm." },
  suggestion: { name: "Suggestion", hint: "You would write it in another way." },
  support: { name: "Support", hint: "It is right as it is, and you want to say why." },
};

export const isThreadKind = (value: unknown): value is ThreadKind =>
  THREAD_KINDS.some((kind) => kind === value);
