import { readUpload } from "@/lib/commands/import/read-upload";
import { getComparedText, type ComparedTextView } from "@/lib/data/compared-texts";
import { readTextReference } from "@/lib/data/text-reference";
import { NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";

/**
 * The text that an address names.
 *
 * @throws NotFound when it names none, or the actor may not see it.
 */
export async function openText(
  actor: Actor,
  specId: string,
  words: string,
): Promise<ComparedTextView> {
  const reference = readTextReference(words);
  if (!reference) throw new NotFound("such text");
  if (reference.kind !== "file") return getComparedText(actor, specId, reference);
  const { name, document } = await readUpload(actor, reference.id, new Date());
  return { document, label: name, href: null };
}
