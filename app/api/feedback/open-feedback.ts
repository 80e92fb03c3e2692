import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { getRelease } from "@/lib/data/releases";
import { NotFound } from "@/lib/errors";

export interface FeedbackAddress {
  params: Promise<{ spec: string; release: string }>;
}

/** The spec and release of an address, as everybody may see them. @throws NotFound */
export async function openFeedback({ params }: FeedbackAddress) {
  const { spec: slug, release: label } = await params;
  const spec = await requirePublicSpec(db(), null, { slug });
  if (!spec.isPublished) throw new NotFound("spec");
  return { spec, release: await getRelease(db(), spec.id, label) };
}
