import { WHOLE, type ChangedPart } from "./parts";

/** What somebody did to the draft between the base release and the candidate. */
export interface Contribution {
  authorId: string;
  /** Keys of parts; empty when it was the whole text (the first content of a draft). */
  touched: readonly string[];
}

/** Who helped to write what, by the key of a part. */
export type Contributors = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Who helped to write each changed part (QUALITY A3). Errs on the side of excluding people:
 * - who brought the first content of the draft wrote all of it;
 * - who worked on a section that is gone may have moved its words into one that is new;
 * - who moved a section among its neighbours changed the order, which belongs to the whole.
 *
 * @param parts What changed between base and candidate.
 * @param contributions All changes of the draft in that time, and all suggestions that were taken up.
 * @param present Keys of all parts that the candidate has.
 */
export function contributorsOf(
  parts: readonly ChangedPart[],
  contributions: readonly Contribution[],
  present: ReadonlySet<string>,
): Contributors {
  const authors = new Map<string, Set<string>>(parts.map((part) => [part.key, new Set()]));
  const added = parts.filter((part) => part.became === "added").map((part) => part.key);
  const reordered = new Set(parts.flatMap((part) => part.reordered));
  const credit = (key: string, authorId: string) => authors.get(key)?.add(authorId);
  for (const { authorId, touched } of contributions) {
    if (touched.length === 0) parts.forEach((part) => credit(part.key, authorId));
    for (const key of touched) {
      credit(key, authorId);
      if (reordered.has(key)) credit(WHOLE, authorId);
      if (!present.has(key)) added.forEach((one) => credit(one, authorId));
    }
  }
  return authors;
}

/** The stricter reading: whoever wrote any part of a release wrote all of it. */
export function contributorsToAll(contributors: Contributors): Contributors {
  const everybody = new Set([...contributors.values()].flatMap((authors) => [...authors]));
  return new Map([...contributors.keys()].map((key) => [key, everybody]));
}
