import { db } from "@/lib/data/db";
import { findLiveSession } from "@/lib/data/sessions";
import { requireSpec } from "@/lib/data/standing";
import { NotFound } from "@/lib/errors";
import { personColour } from "@/lib/person-colour";
import type { Actor } from "@/lib/policy/actor";
import { canEditDraft } from "@/lib/policy/spec";
import type { Person } from "./connection";

/** What somebody may do with a draft. */
export type Access =
  | { kind: "granted"; person: Person; canWrite: boolean }
  /** The session is no more. */
  | { kind: "signed-out" }
  /** There is no such spec, or the person may not see it: the two look the same. */
  | { kind: "not-found" };

export async function findAccess(
  signedIn: { sessionId: string; name: string; actor: Actor },
  specId: string,
): Promise<Access> {
  const { actor, sessionId, name } = signedIn;
  try {
    const spec = await requireSpec(db(), actor, { id: specId });
    const person = { id: actor.id, sessionId, name, colour: personColour(actor.id) };
    return { kind: "granted", person, canWrite: canEditDraft(actor, spec) };
  } catch (error) {
    if (error instanceof NotFound) return { kind: "not-found" };
    throw error;
  }
}

/** The same for somebody who is connected already: sessions end and roles change. */
export async function findAccessAgain(
  { id, sessionId }: Pick<Person, "id" | "sessionId">,
  specId: string,
  now: Date,
): Promise<Access> {
  const signedIn = await findLiveSession({ sessionId, userId: id }, now);
  return signedIn ? findAccess(signedIn, specId) : { kind: "signed-out" };
}
