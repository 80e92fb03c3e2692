import { z } from "zod";
import { recordEvent } from "@/lib/data/audit";
import { requireSpec } from "@/lib/data/standing";
import { transaction } from "@/lib/data/transaction";
import { Forbidden, NotFound } from "@/lib/errors";
import { cleanText } from "@/lib/feedback/comment-text";
import type { Actor } from "@/lib/policy/actor";
import { canChangeFeedbackSettings } from "@/lib/policy/feedback";
import { Id, SpecTitle } from "../people/fields";

export const AnnounceConsultation = z
  .object({
    specId: Id,
    title: SpecTitle,
    question: z.string().max(1_000, "At most 1000 characters.").transform(cleanText).default(""),
    opensAt: z.coerce.date("Choose the first day."),
    closesAt: z.coerce.date("Choose the last day."),
  })
  .refine(({ opensAt, closesAt }) => closesAt > opensAt, {
    path: ["closesAt"],
    message: "It ends after it begins.",
  });
export type AnnounceConsultation = z.infer<typeof AnnounceConsultation>;

export const CallOffConsultation = z.object({ consultationId: Id });
export type CallOffConsultation = z.infer<typeof CallOffConsultation>;

/** Tells the public that it is asked, from when until when. */
export async function announceConsultation(
  actor: Actor,
  input: AnnounceConsultation,
): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const spec = await requireSpec(tx, actor, { id: input.specId });
    if (!canChangeFeedbackSettings(actor, spec)) throw new Forbidden("announce a consultation");
    const { id } = await tx.consultation.create({ data: input, select: { id: true } });
    await recordEvent(tx, {
      kind: "consultation.announced",
      actorId: actor.id,
      specId: spec.id,
      payload: {
        consultation: id,
        opens: input.opensAt.toISOString(),
        closes: input.closesAt.toISOString(),
      },
    });
    return { id };
  });
}

/** Takes a consultation off the public pages. What was said in it stays. */
export async function callOffConsultation(
  actor: Actor,
  { consultationId }: CallOffConsultation,
): Promise<void> {
  return transaction(async (tx) => {
    const known = await tx.consultation.findUnique({
      where: { id: consultationId },
      select: { specId: true },
    });
    if (!known) throw new NotFound("such consultation");
    const spec = await requireSpec(tx, actor, { id: known.specId });
    if (!canChangeFeedbackSettings(actor, spec)) throw new Forbidden("call this off");
    await tx.consultation.delete({ where: { id: consultationId } });
    await recordEvent(tx, {
      kind: "consultation.called_off",
      actorId: actor.id,
      specId: spec.id,
      payload: { consultation: consultationId },
    });
  });
}
