import type { SpecDocument } from "@/lib/spec/document";
import { placeClause } from "./place-clause";
import { placeExample, placeResponse } from "./place-example";
import { placePassage } from "./place-passage";
import { placeIndex, type PlaceIndex } from "./place-index";
import type { Target } from "./target";

/** What became of the text that somebody spoke about. */
export type PlacementState = "same" | "moved" | "changed" | "gone";

export interface Placement {
  state: PlacementState;
  /** Where it is now; for a passage whose words are gone the clause they stood in. */
  target: Target | null;
  /** From 0 to 1; below CERTAIN a person decides. */
  confidence: number;
  /** How it was found, for the people who check it. */
  found: PlacementGround;
}

export type PlacementGround =
  | "identity"
  | "name"
  | "ledger"
  | "title"
  | "words"
  | "similar words"
  | "clause only"
  | "not found";

/** Below it a placement is a proposal: it is shown to a person and not to readers as a fact. */
export const CERTAIN = 0.75;

/**
 * Finds what a thread is about in another version of the spec. No clock, no chance: the same pair
 * always gives the same answer. Never throws; a target that cannot be found is "gone", with a
 * confidence that says how sure that is.
 *
 * @param target As it was stored, in terms of `before`.
 * @param before The version the thread was written on.
 * @param after The version to find it in.
 */
export function place(target: Target, before: SpecDocument, after: SpecDocument): Placement {
  return placer(before, after)(target);
}

/** The same for many targets: what is derived from the documents is derived once. */
export function placer(before: SpecDocument, after: SpecDocument): (target: Target) => Placement {
  const index = { before: placeIndex(before), after: placeIndex(after) };
  return (target) => placeIn(target, index.before, index.after);
}

/** The same for documents that were made ready already. */
export function placeIn(target: Target, before: PlaceIndex, after: PlaceIndex): Placement {
  switch (target.kind) {
    case "clause":
      return placeClause(target, before, after);
    case "example":
      return placeExample(target, before, after);
    case "response":
      return placeResponse(target, before, after);
    case "passage":
      return placePassage(target, before, after);
  }
}

/** Whether a placement is sure enough to be shown without somebody having looked at it. */
export const isCertain = ({ confidence }: Placement) => confidence >= CERTAIN;

export const notFound = (confidence: number): Placement => ({
  state: "gone",
  target: null,
  confidence,
  found: "not found",
});
