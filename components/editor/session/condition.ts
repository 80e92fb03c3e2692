/** What a person can trust about their words, in one word and one sentence. */
export type Condition =
  | { kind: "opening" }
  | { kind: "saved" }
  | { kind: "saving" }
  | { kind: "offline"; hasUnsaved: boolean }
  | { kind: "not-saved"; words: string; todo: "wait" | "reload" | "sign-in" }
  | { kind: "reading" }
  | { kind: "closed"; words: string; todo: "reload" | "sign-in"; hasUnsaved: boolean };

/** What is known, from acknowledgements and messages of the server and from this page alone. */
export interface Facts {
  connection: "offline" | "sending" | "committed";
  /** Whether the text was ever complete on this page, from the server or from this device. */
  isOpen: boolean;
  /** A change was made here that the server never confirmed. */
  hasUnconfirmed: boolean;
  canWrite: boolean;
  /** Words of the server while its database does not take changes. */
  trouble: string | null;
  /** The server took a change for wrong, or takes nothing from here any more. */
  refusal: { words: string; todo: "reload" | "sign-in" } | null;
  /** This page is older than the draft, or the draft cannot be shown by it. */
  outdated: string | null;
}

/** The one condition that the facts amount to; the gravest wins. */
export function conditionOf(facts: Facts): Condition {
  const { hasUnconfirmed: hasUnsaved, canWrite } = facts;
  if (facts.outdated !== null) {
    return { kind: "closed", words: facts.outdated, todo: "reload", hasUnsaved };
  }
  if (facts.refusal) {
    const { words, todo } = facts.refusal;
    return canWrite
      ? { kind: "not-saved", words, todo }
      : { kind: "closed", words, todo, hasUnsaved };
  }
  if (!facts.isOpen) return { kind: "opening" };
  if (facts.connection === "offline") return { kind: "offline", hasUnsaved };
  if (!canWrite) return { kind: "reading" };
  if (facts.trouble !== null) return { kind: "not-saved", words: facts.trouble, todo: "wait" };
  return facts.connection === "committed" ? { kind: "saved" } : { kind: "saving" };
}

/** The condition in words, for the top bar and for the live region. */
export function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case "opening":
      return "Opening";
    case "saved":
      return "Saved";
    case "saving":
      return "Saving";
    case "offline":
      return condition.hasUnsaved ? "Offline: kept on this device" : "Offline";
    case "not-saved":
      return "Not saved";
    case "reading":
      return "Reading";
    case "closed":
      return condition.hasUnsaved ? "Not saved" : "Closed";
  }
}

/** Whether leaving the page now would lose sight of somebody's words. */
export function wouldLeaveWork({ hasUnconfirmed }: Facts): boolean {
  return hasUnconfirmed;
}
