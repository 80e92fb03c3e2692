import { NotFound } from "@/lib/errors";
import type { Reader } from "./reader";

/**
 * Which form of a draft is alive: an editor of another epoch must not write into it.
 *
 * @throws NotFound when the spec has no draft.
 */
export async function getDraftEpoch(reader: Reader, specId: string): Promise<number> {
  const draft = await reader.draft.findUnique({ where: { specId }, select: { epoch: true } });
  if (!draft) throw new NotFound("draft");
  return draft.epoch;
}
