import { CreateSpec, createSpec } from "@/lib/commands/specs/create-spec";
import { recordRelease } from "@/lib/commands/review/record-release";
import { transaction } from "@/lib/data/transaction";
import type { Actor } from "@/lib/policy/actor";
import { clause, spec as specOf } from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { person } from "./people";

let counter = 0;

/** Two clauses, enough to be spoken about. */
export const twoClauses = () =>
  specOf(
    clause("honest", "Be honest", "Say what is true. Say so when you do not know."),
    clause("calm", "Stay calm", "Answer an angry person as you would answer a friend."),
  );

/** A spec with a release, made by the product's own commands. */
export async function publishedSpec(document: SpecDocument = twoClauses()): Promise<{
  id: string;
  slug: string;
  publisher: Actor;
  release: { id: string; label: string };
}> {
  counter += 1;
  const publisher = await person({ specCreator: true });
  const slug = `said-${counter}-${process.pid}`;
  const { id } = await createSpec(publisher, CreateSpec.parse({ title: "Said aloud", slug }));
  const release = await publishRelease(id, document, "2026-01-10", publisher);
  return { id, slug, publisher, release };
}

/** One more release of a spec. */
export async function publishRelease(
  specId: string,
  document: SpecDocument,
  label: string,
  by: Actor,
): Promise<{ id: string; label: string }> {
  const { id } = await transaction((tx) =>
    recordRelease(tx, {
      specId,
      label,
      document,
      changelog: "",
      // By hand and without a review, as history comes in; verify knows the difference.
      origin: "imported",
      publishedById: by.id,
      publishedAt: new Date(`${label.slice(0, 10)}T12:00:00Z`),
    }),
  );
  return { id, label };
}
