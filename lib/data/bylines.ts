import { pseudonym } from "@/lib/feedback/byline";
import type { Actor } from "@/lib/policy/actor";
import { db } from "./db";

/** How the actor is named in public; nothing is chosen before their first comment. */
export async function findByline(
  actor: Actor,
): Promise<{ pseudonym: string | null; showsName: boolean; organisation: string }> {
  const byline = await db().byline.findUnique({
    where: { userId: actor.id },
    select: { number: true, showsName: true, organisation: true },
  });
  return {
    pseudonym: byline ? pseudonym(byline.number) : null,
    showsName: byline?.showsName ?? false,
    organisation: byline?.organisation ?? "",
  };
}
