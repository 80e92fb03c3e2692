import { randomUUID } from "node:crypto";
import { CreateSpec, createSpec } from "@/lib/commands/specs/create-spec";
import { recordRelease } from "@/lib/commands/review/record-release";
import { transaction } from "@/lib/data/transaction";
import type { SpecDocument } from "@/lib/spec/document";
import { person } from "@/lib/testing/people";

/** A spec with an address of its own, without a release yet. */
export async function newSpec(title = "A kind helper"): Promise<{ id: string; slug: string }> {
  const slug = `spec-${randomUUID().slice(0, 12)}`;
  const creator = await person({ specCreator: true });
  return createSpec(creator, CreateSpec.parse({ title, slug, summary: "How a helper behaves." }));
}

/** Publishes a document, by the command that publishing ends in. */
export function publish(
  specId: string,
  label: string,
  document: SpecDocument,
  changelog = "",
): Promise<unknown> {
  return transaction((tx) =>
    recordRelease(tx, {
      specId,
      label,
      document,
      changelog,
      origin: "published",
      publishedById: null,
      publishedAt: new Date(`${label}T12:00:00Z`),
    }),
  );
}
