import type { BlockJson } from "@/lib/spec/block-json";
import { partUid } from "@/lib/spec/document-parts";
import { plainText } from "@/lib/spec/plain-text";

/** A section of a revision by the number of its part. */
export interface RevisedSection {
  partId: number;
  blocks: readonly BlockJson[];
}

export interface SectionDifference {
  uid: string;
  sectionId: string | null;
  title: string;
  authority: string | null;
  fate: "added" | "edited" | "moved" | "removed";
  partId: number | null;
}

/** Which sections are not what, or not where, they were in the revision before. */
export function revisedSections(
  before: readonly RevisedSection[],
  after: readonly RevisedSection[],
): SectionDifference[] {
  const had = byUid(before);
  const has = byUid(after);
  const found: SectionDifference[] = [];
  const moved = movedUids([...had.keys()], [...has.keys()]);
  for (const [uid, section] of has) {
    const earlier = had.get(uid);
    const fate = !earlier
      ? "added"
      : earlier.partId !== section.partId
        ? "edited"
        : moved.has(uid)
          ? "moved"
          : null;
    if (fate) found.push({ ...facts(uid, section), fate });
  }
  for (const [uid, section] of had) {
    if (!has.has(uid)) found.push({ ...facts(uid, section), fate: "removed", partId: null });
  }
  return found;
}

function facts(uid: string, { partId, blocks }: RevisedSection) {
  const heading = blocks[0]?.type === "heading" ? blocks[0] : null;
  return {
    uid,
    partId,
    sectionId: heading?.attrs.id ?? null,
    title: plainText(heading?.content).trim(),
    authority: heading?.attrs.authority ?? null,
  };
}

/** The first of each uid: two headings with one identity are a fault that the editor mends. */
function byUid(sections: readonly RevisedSection[]): Map<string, RevisedSection> {
  const map = new Map<string, RevisedSection>();
  for (const section of sections) {
    const uid = partUid(section.blocks);
    if (!map.has(uid)) map.set(uid, section);
  }
  return map;
}

/** The fewest sections that must have been carried elsewhere to explain the new order. */
function movedUids(before: string[], after: string[]): Set<string> {
  const place = new Map(before.map((uid, index) => [uid, index]));
  const common = after.filter((uid) => place.has(uid));
  const stay = new Set(
    longestIncreasing(common.map((uid) => place.get(uid)!)).map((index) => common[index]!),
  );
  return new Set(common.filter((uid) => !stay.has(uid)));
}

/** Indices of a longest increasing subsequence (patience sorting). */
function longestIncreasing(values: readonly number[]): number[] {
  const ends: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = index;
  });
  const found: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) found.unshift(index);
  return found;
}
