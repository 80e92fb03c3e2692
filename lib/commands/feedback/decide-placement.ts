import { z } from "zod";
import { describeTarget } from "@/lib/anchor/describe-target";
import { findTarget } from "@/lib/anchor/find-target";
import { writeTarget } from "@/lib/anchor/stored-target";
import { recordEvent } from "@/lib/data/audit";
import { getReleaseIndex } from "@/lib/data/release-index";
import { transaction, type Transaction } from "@/lib/data/transaction";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { Id } from "../people/fields";
import { requireTriage } from "./require-triage";

export const DecidePlacement = z.object({
  /** Threads that speak of the same words: one look decides them all. */
  threadIds: z.array(Id).min(1).max(300),
  releaseId: Id,
  /** `here`: the proposal is right. `elsewhere`: it belongs to another section. `gone`: to none. */
  verdict: z.enum(["here", "elsewhere", "gone"], "Choose where the thread belongs."),
  /** The uid or id of the section, for `elsewhere`. */
  on: z.string().max(200).default(""),
});
export type DecidePlacement = z.infer<typeof DecidePlacement>;

/** A person says where threads belong that could not be placed with certainty: all of them, or none. */
export async function decidePlacement(
  actor: Actor,
  { threadIds, ...decision }: DecidePlacement,
  at: Date,
): Promise<void> {
  return transaction(async (tx) => {
    // In one order for everybody, so that two people who decide at once do not wait for each other.
    for (const threadId of threadIds.toSorted()) {
      await decideOne(tx, actor, { threadId, ...decision }, at);
    }
  });
}

async function decideOne(
  tx: Transaction,
  actor: Actor,
  { threadId, releaseId, verdict, on }: Omit<DecidePlacement, "threadIds"> & { threadId: string },
  at: Date,
): Promise<void> {
  const thread = await requireTriage(tx, actor, threadId);
  const key = { threadId_releaseId: { threadId, releaseId } };
  const placement = await tx.threadPlacement.findUnique({
    where: key,
    select: { state: true, target: true, release: { select: { documentHash: true } } },
  });
  if (!placement) throw new NotFound("such placement");
  if (verdict === "here" && placement.target === null && placement.state !== "gone") {
    throw new Conflict("There is no proposal to agree with. Choose a section.");
  }
  const place =
    verdict === "elsewhere" ? await chosenPlace(tx, on, placement.release.documentHash) : {};
  await tx.threadPlacement.update({
    where: key,
    data: { ...(verdict === "gone" ? GONE : place), decidedById: actor.id, decidedAt: at },
  });
  await recordEvent(tx, {
    kind: "placement.decided",
    actorId: actor.id,
    specId: thread.specId,
    payload: { thread: threadId, release: releaseId, verdict },
  });
}

// The target stays as it was proposed: a decision that turns out wrong can be looked at again.
const GONE = {
  state: "gone",
  sectionUid: null,
  sectionId: null,
  sectionTitle: "",
  quote: "",
} as const;

async function chosenPlace(tx: Transaction, on: string, documentHash: string) {
  const index = await getReleaseIndex(tx, documentHash);
  const target = findTarget(index, { on, quote: null });
  if (!target) {
    const words = "There is no such section in this release.";
    throw new Invalid(words, { on: words });
  }
  const { sectionUid, sectionId, sectionTitle, quote } = describeTarget(index, target);
  return {
    state: "changed" as const,
    target: writeTarget(target),
    sectionUid,
    sectionId,
    sectionTitle,
    quote,
  };
}
