import { describe, expect, it } from "vitest";
import { parse } from "@/lib/markdown/parse";
import { releases } from "@/lib/markdown/testing/corpus";
import { counter } from "@/lib/spec/builders";
import type { Change, ChangeKind } from "./change";
import { diffDocuments } from "./diff";

/**
 * Single facts about real releases, each found by reading both files: where (lines of the two files, 0 for
 * none), and what. No sentence of the releases stands here.
 */
type Fact = [kind: ChangeKind, from: number, to: number];

const found = new Map<string, Change[]>();

const changesBetween = (from: string, to: string): Change[] => {
  const known = found.get(`${from} ${to}`);
  if (known) return known;
  const [before, after] = [from, to].map((name) => {
    const { files } = releases.find((release) => release.name === name)!;
    return parse(files, { mint: counter(name) });
  }) as [ReturnType<typeof parse>, ReturnType<typeof parse>];
  const { changes } = diffDocuments(before.document, after.document, {
    fromLines: before.lines,
    toLines: after.lines,
  });
  found.set(`${from} ${to}`, changes);
  return changes;
};

const factOf = ({ kind, from, to }: Change): string =>
  `${kind} ${from?.line ?? 0}→${to?.line ?? 0}`;

const missing = (changes: readonly Change[], facts: readonly Fact[]) => {
  const told = new Set(changes.map(factOf));
  return facts.map(([kind, from, to]) => `${kind} ${from}→${to}`).filter((fact) => !told.has(fact));
};

const FEBRUARY_TO_APRIL: Fact[] = [
  ["unit.edited", 31, 31],
  ["unit.edited", 123, 123],
  ["unit.edited", 1846, 1846],
  ["unit.merged", 1882, 1882],
  ["unit.removed", 1884, 0],
  ["unit.added", 0, 1945],
  ["example.reordered", 1886, 1948],
  ["response.text", 1158, 1158],
  ["response.text", 1171, 1171],
];

const APRIL_TO_SEPTEMBER: Fact[] = [
  ["section.added", 0, 28],
  ["section.added", 0, 417],
  ["section.added", 0, 451],
  ["section.added", 0, 517],
  ["section.reordered", 79, 19],
  ["section.renamed", 1317, 1700],
  ["section.retitled", 1317, 1700],
  ["section.retitled", 2046, 2534],
  ["section.merged", 2874, 3382],
  ["section.moved", 2929, 3386],
  ["section.renamed", 2929, 3386],
  ["section.removed", 2881, 0],
  ["section.removed", 3034, 0],
  ["link.changed", 7, 7],
  ["unit.moved", 84, 26],
  ["sentence.moved", 81, 23],
  ["sentence.moved", 49, 77],
  ["unit.edited", 45, 71],
  ["unit.edited", 153, 177],
  ["unit.added", 0, 178],
  ["unit.moved", 171, 419],
  ["unit.edited", 171, 419],
  ["unit.added", 0, 293],
  ["unit.added", 0, 602],
  ["unit.edited", 463, 773],
  ["unit.removed", 467, 0],
  ["unit.added", 0, 777],
  ["unit.edited", 470, 780],
  ["unit.edited", 2057, 2545],
  ["unit.edited", 2054, 2542],
  ["sentence.moved", 2059, 2551],
  ["marker.moved", 2059, 2551],
  ["marker.moved", 1321, 1704],
  ["marker.moved", 1321, 1708],
  ["unit.split", 2931, 3388],
  ["sentence.moved", 3040, 3390],
  ["marker.moved", 3040, 3390],
  ["marker.removed", 3004, 3479],
  ["sentence.moved", 2885, 3515],
  ["unit.moved", 3095, 3799],
  ["unit.moved", 3129, 3817],
  ["unit.typography", 3, 3],
  ["unit.typography", 2762, 3270],
  ["unit.typography", 969, 1350],
  ["unit.removed", 3352, 0],
  ["unit.added", 0, 3962],
  ["example.renamed", 173, 196],
  ["example.renamed", 556, 872],
  ["example.renamed", 1325, 1747],
  ["example.moved", 2887, 3517],
  ["example.moved", 3061, 3461],
  ["example.removed", 3113, 0],
  ["example.added", 0, 261],
  ["example.added", 0, 2061],
  ["example.typography", 2001, 2489],
  ["example.typography", 2443, 2933],
  ["response.reason", 314, 622],
  ["response.reason", 550, 866],
  ["response.removed", 774, 0],
  ["response.text", 777, 1100],
  ["response.text", 713, 1036],
  ["response.violates", 3321, 3732],
  ["message.edited", 1167, 1548],
  ["message.edited", 1457, 1901],
  ["message.edited", 1893, 2358],
  ["xref.added", 33, 59],
  ["xref.removed", 1945, 2433],
];

/** Examples of which both files say the same but for dashes: none of these may be called edited. */
const DASHES_ALONE = [1798, 2001, 2443, 2701, 2726, 3151];

describe.skipIf(releases.length < 3)("facts about real pairs of releases", () => {
  it("February to April", () => {
    const changes = changesBetween("2025-02-12", "2025-04-11");
    expect(missing(changes, FEBRUARY_TO_APRIL)).toEqual([]);
    expect(changes.some(({ class: weight }) => weight === "typographic")).toBe(false);
  });

  it("April to September", () => {
    const changes = changesBetween("2025-04-11", "2025-09-12");
    expect(missing(changes, APRIL_TO_SEPTEMBER)).toEqual([]);
    const edited = changes.flatMap(({ kind, from }) =>
      kind === "example.edited" ? [from!.line] : [],
    );
    expect(edited.filter((line) => DASHES_ALONE.includes(line!))).toEqual([]);
    expect(edited.length).toBe(26);
  });

  it("February to September says what both steps say", () => {
    const changes = changesBetween("2025-02-12", "2025-09-12");
    const told = (kind: ChangeKind) =>
      changes
        .filter((change) => change.kind === kind)
        .map(({ to, from }) => (to ?? from)!.sectionId);
    expect(told("section.authority")).toEqual([
      "comply_with_laws",
      "no_erotica_or_gore",
      "use_preset_voice_in_voice_mode",
    ]);
    expect(told("section.renamed")).toEqual(["protect_privileged_information", "love_humanity"]);
    expect(told("section.added").length).toBe(9);
    expect(changes.filter(({ kind }) => kind === "example.added").length).toBe(20);
  });

  it("backwards, each pair says the reverse of what came, went, moved and was renamed", () => {
    for (const [from, to] of [
      ["2025-02-12", "2025-04-11"],
      ["2025-04-11", "2025-09-12"],
    ] as const) {
      const keyed = (changes: readonly Change[], back: boolean) =>
        changes
          .filter(({ kind }) => /^(?:section|example|prompts|marker)\.(?!merged|split)/.test(kind))
          .map(({ kind, from: a, to: b }) => {
            const [was, now] = back ? [b, a] : [a, b];
            const said = back ? kind.replace(/added|removed/, (verb) => REVERSE[verb]!) : kind;
            return `${said} ${was?.line ?? 0}→${now?.line ?? 0}`;
          })
          .filter((said) => !/reordered|section\.level/.test(said))
          .sort();
      expect(keyed(changesBetween(to, from), true)).toEqual(keyed(changesBetween(from, to), false));
    }
  });
});

const REVERSE: Record<string, string> = { added: "removed", removed: "added" };
