import type { Actor } from "@/lib/policy/actor";
import type { SpecDocument } from "@/lib/spec/document";
import { db } from "./db";
import { getDraftMoment } from "./draft-document";
import { getRelease, getStoredDocument } from "./releases";
import { getRevisionDocument } from "./revision-documents";
import { getRevision } from "./revisions";
import { requireSpec } from "./standing";
import type { TextReference } from "./text-reference";

/** A text to compare, with what people call it and where all of it is. */
export interface ComparedTextView {
  document: SpecDocument;
  label: string;
  href: string | null;
}

/**
 * Any text of a spec, for its members.
 *
 * @throws NotFound when there is no such text, or the actor may not see the spec.
 */
export async function getComparedText(
  actor: Actor,
  specId: string,
  reference: Exclude<TextReference, { kind: "file" }>,
): Promise<ComparedTextView> {
  const { slug } = await requireSpec(db(), actor, { id: specId });
  switch (reference.kind) {
    case "draft": {
      const { document } = await getDraftMoment(db(), specId);
      return { document, label: "Draft", href: `/w/${slug}/edit` };
    }
    case "revision": {
      const { number } = reference;
      const { name } = await getRevision(actor, specId, number);
      const document = await getRevisionDocument(db(), specId, number);
      const label = name ?? `Revision ${number}`;
      return { document, label, href: `/w/${slug}/history/${number}` };
    }
    case "release": {
      const { label } = reference;
      const { documentHash } = await getRelease(db(), specId, label);
      const document = await getStoredDocument(db(), documentHash);
      return { document, label, href: `/${slug}/${encodeURIComponent(label)}` };
    }
  }
}
