import { notFound } from "next/navigation";
import { currentSignedIn } from "@/lib/auth/current-actor";
import { db } from "@/lib/data/db";
import { requirePublicSpec } from "@/lib/data/feedback-standing";
import { NotFound } from "@/lib/errors";

/** A spec with something published, for anybody; "not found" for every other one, members included. */
export async function openPublicSpec(slug: string) {
  const signedIn = await currentSignedIn();
  const spec = await requirePublicSpec(db(), null, { slug }).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return { signedIn, spec };
}
