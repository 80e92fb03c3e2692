import { readPendingSecret } from "@/lib/auth/pending-cookie";
import { findPendingComment } from "@/lib/commands/feedback/pending-comment";
import type { CommentForm } from "@/lib/commands/feedback/post-comment";

/**
 * What this browser wrote for the same place and has not posted yet.
 *
 * @param about The fields that say which place it is.
 */
export async function findOwnWords(about: Partial<CommentForm>): Promise<CommentForm | null> {
  const secret = await readPendingSecret();
  const pending = secret ? await findPendingComment(secret, new Date()) : null;
  if (!pending) return null;
  const fields = Object.entries(about) as [keyof CommentForm, string][];
  return fields.every(([name, value]) => pending.form[name] === value) ? pending.form : null;
}
