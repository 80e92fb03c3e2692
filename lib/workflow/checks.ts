import type { ApprovalState } from "./approval-state";

/** Where a failing check is mended; pages know the addresses. */
export type CheckPlace =
  | "review"
  | "objections"
  | "review rules"
  | "members"
  | "draft"
  | "new candidate"
  | "changelog"
  | "feedback";

/** One condition of publishing, told so that everybody knows what to do. */
export interface Check {
  id: "approvals" | "objections" | "base" | "label" | "lint" | "changelog" | "feedback" | "time";
  state: "passed" | "failed" | "waiting";
  title: string;
  /** What was found, and what to do when it is not right. */
  words: string;
  /** Leads to where it is mended, null when there is nothing to do. */
  action: { words: string; place: CheckPlace } | null;
}

export interface CheckFacts {
  review: ApprovalState;
  /** Nothing was published since the candidate was made. */
  baseIsLatest: boolean;
  labelIsFree: boolean;
  /** Findings of the linter that are errors. */
  lintErrors: number;
  /** Titles of parts whose change matters and that neither the notes nor a named person account for. */
  unexplained: readonly string[];
  /** Open public threads on changed clauses that nobody has looked at since the candidate. */
  feedbackWaiting: number;
  cutAt: Date;
  minimumHours: number;
  now: Date;
}

/** All conditions of publishing, in the order in which people meet them. */
export function checks(facts: CheckFacts): Check[] {
  return [
    approvals(facts),
    objections(facts),
    changelog(facts),
    lintErrors(facts),
    feedback(facts),
    base(facts),
    label(facts),
    ...time(facts),
  ];
}

export const canBePublished = (all: readonly Check[]) =>
  all.every(({ state }) => state === "passed");

function approvals({ review }: CheckFacts): Check {
  const missing = review.parts.length - review.approved;
  const stuck = review.parts.filter((part) => part.isStuck).length;
  const title = "Every change is approved";
  if (review.isComplete) {
    const words = `${count(review.parts.length, "change has", "changes have")} the approvals that the rules ask for.`;
    return { id: "approvals", state: "passed", title, words, action: null };
  }
  if (stuck > 0) {
    return {
      id: "approvals",
      state: "failed",
      title,
      words: `${count(missing, "change waits", "changes wait")} for approval, and ${stuck} of them cannot get it: too few people may approve. Add a reviewer, or change the rules.`,
      action: { words: "See members", place: "members" },
    };
  }
  return {
    id: "approvals",
    state: "waiting",
    title,
    words: `${count(missing, "change waits", "changes wait")} for approval.`,
    action: { words: "Review the changes", place: "review" },
  };
}

function objections({ review }: CheckFacts): Check {
  const title = "Nobody asks for changes";
  return review.objections === 0
    ? { id: "objections", state: "passed", title, words: "No objection is open.", action: null }
    : {
        id: "objections",
        state: "failed",
        title,
        words: `${count(review.objections, "objection is", "objections are")} open. Whoever raised one can lift it; a publisher can dismiss it with a public reason.`,
        action: { words: "Read the objections", place: "objections" },
      };
}

function changelog({ unexplained }: CheckFacts): Check {
  const title = "The notes tell every change that matters";
  if (unexplained.length === 0) {
    const words =
      "Every change of meaning is in the notes, or somebody answers for leaving it out.";
    return { id: "changelog", state: "passed", title, words, action: null };
  }
  const [first, second, third, ...more] = unexplained;
  const named = [first, second, third].filter((one) => one !== undefined).map((one) => `“${one}”`);
  const rest = more.length > 0 ? `${named.join(", ")} and ${more.length} more` : named.join(", ");
  return {
    id: "changelog",
    state: "failed",
    title,
    words: `The notes do not mention ${rest}. Mark them as needing no mention, or make a new candidate with fuller notes.`,
    action: { words: "Look at them", place: "changelog" },
  };
}

function lintErrors({ lintErrors: errors }: CheckFacts): Check {
  const title = "No errors in the text";
  return errors === 0
    ? {
        id: "lint",
        state: "passed",
        title,
        words: "No link leads nowhere, no id stands twice.",
        action: null,
      }
    : {
        id: "lint",
        state: "failed",
        title,
        words: `${count(errors, "error", "errors")} in the text. Mend the draft, then make a new candidate.`,
        action: { words: "Open the draft", place: "draft" },
      };
}

function feedback({ feedbackWaiting }: CheckFacts): Check {
  const title = "What readers said about changed clauses was looked at";
  return feedbackWaiting === 0
    ? {
        id: "feedback",
        state: "passed",
        title,
        words: "No open thread on a changed clause waits.",
        action: null,
      }
    : {
        id: "feedback",
        state: "failed",
        title,
        words: `${count(feedbackWaiting, "open thread", "open threads")} on changed clauses without an answer of the team. Answer or settle them.`,
        action: { words: "Open feedback", place: "feedback" },
      };
}

function base({ baseIsLatest }: CheckFacts): Check {
  const title = "It follows the newest release";
  return baseIsLatest
    ? {
        id: "base",
        state: "passed",
        title,
        words: "Nothing was published since it was made.",
        action: null,
      }
    : {
        id: "base",
        state: "failed",
        title,
        words:
          "Another release was published since it was made. Make a new candidate; approvals of what did not change stay.",
        action: { words: "Make a new candidate", place: "new candidate" },
      };
}

function label({ labelIsFree }: CheckFacts): Check {
  const title = "Its label is free";
  return labelIsFree
    ? { id: "label", state: "passed", title, words: "No release has it.", action: null }
    : {
        id: "label",
        state: "failed",
        title,
        words: "A release has this label already. Make a new candidate with another one.",
        action: { words: "Make a new candidate", place: "new candidate" },
      };
}

function time({ cutAt, minimumHours, now }: CheckFacts): Check[] {
  if (minimumHours === 0) return [];
  const left = cutAt.getTime() + minimumHours * 3_600_000 - now.getTime();
  const title = `There were ${count(minimumHours, "hour", "hours")} to read it`;
  return left <= 0
    ? [{ id: "time", state: "passed", title, words: "The time is over.", action: null }]
    : [
        {
          id: "time",
          state: "waiting",
          title,
          words: `${count(Math.ceil(left / 3_600_000), "hour is", "hours are")} left.`,
          action: null,
        },
      ];
}

const count = (number: number, one: string, many: string) =>
  `${number} ${number === 1 ? one : many}`;
