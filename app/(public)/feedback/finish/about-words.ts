import { describeTarget } from "@/lib/anchor/describe-target";
import { findTarget } from "@/lib/anchor/find-target";
import type { CommentForm } from "@/lib/commands/feedback/post-comment";
import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { getReleaseIndex } from "@/lib/data/release-index";
import { getRelease } from "@/lib/data/releases";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";

/**
 * What words that wait are about, such as "Be honest, in How Marlow behaves, 2026-07-21".
 *
 * @returns Empty when it is not there any more: posting says so then.
 */
export async function aboutWords(
  actor: Actor | null,
  { spec: slug, release: label, on, thread }: CommentForm,
): Promise<string> {
  try {
    const spec = await requirePublicSpec(db(), actor, { slug });
    if (thread) return `An answer in thread ${thread} on ${spec.title}`;
    const { documentHash } = await getRelease(db(), spec.id, label);
    const index = await getReleaseIndex(db(), documentHash);
    const target = findTarget(index, { on, quote: null });
    return target
      ? `${describeTarget(index, target).sectionTitle}, in ${spec.title}, ${label}`
      : `${spec.title}, ${label}`;
  } catch (error) {
    if (error instanceof NotFound) return "";
    throw error;
  }
}
