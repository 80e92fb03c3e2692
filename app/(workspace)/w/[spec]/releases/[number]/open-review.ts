import { notFound } from "next/navigation";
import type { CheckPlace } from "@/lib/workflow/checks";
import { getReviewView } from "@/lib/data/review-view";
import { NotFound } from "@/lib/errors";
import { openSpec } from "../../spec-frame";

export interface CandidatePageProps {
  params: Promise<{ spec: string; number: string }>;
}

/** Who is asking, for which spec, and the candidate; "not found" for a number that is none. */
export async function openCandidate({ params }: CandidatePageProps, place = "") {
  const { number: word } = await params;
  const { signedIn, spec } = await openSpec({ params }, `/releases/${word}${place}`);
  const number = Number(word);
  if (!Number.isSafeInteger(number) || number < 1 || String(number) !== word) notFound();
  const view = await getReviewView(signedIn.actor, spec.id, number).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  const at = `/w/${spec.slug}`;
  const here = `${at}/releases/${number}`;
  const places: Record<CheckPlace, string> = {
    review: `${here}/review`,
    objections: `${here}#objections`,
    "review rules": `${at}/settings/review`,
    members: `${at}/members`,
    draft: `${at}/edit`,
    "new candidate": `${at}/releases/new`,
    changelog: `${here}/review`,
    feedback: `${at}/feedback`,
  };
  return { signedIn, spec, view, here, hrefOf: (place: CheckPlace) => places[place] };
}
