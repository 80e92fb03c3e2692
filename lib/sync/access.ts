import type { DraftStanding } from "@/lib/data/draft-access";
import { personColour } from "@/lib/person-colour";
import { canEditDraft, canSeeSpec } from "@/lib/policy/spec";
import type { Person } from "./connection";
import type { DraftHead } from "./storage";

/** What somebody may do with a draft. */
export type Access =
  | { kind: "granted"; person: Person; canWrite: boolean; draft: DraftHead }
  /** The session is no more. */
  | { kind: "signed-out" }
  /** There is no such spec, it has no draft, or the person may not see it: the two look the same. */
  | { kind: "not-found" };

/** Asks the policy about what was found; at the handshake, and again when sessions end or roles change. */
export function accessOf(sessionId: string, found: DraftStanding | null): Access {
  if (!found) return { kind: "signed-out" };
  const { actor, name, standing, draft } = found;
  if (!standing || !draft || !canSeeSpec(actor, standing)) return { kind: "not-found" };
  const person = { id: actor.id, sessionId, name, colour: personColour(actor.id) };
  return { kind: "granted", person, canWrite: canEditDraft(actor, standing), draft };
}
