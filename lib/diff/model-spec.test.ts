import { describe, expect, it } from "vitest";
import { bare } from "@/lib/markdown/testing/bare";
import { releases } from "@/lib/markdown/testing/corpus";
import { parse, type Parsed } from "@/lib/markdown/parse";
import { counter } from "@/lib/spec/builders";
import { applyChanges } from "./apply-changes";
import type { Change, ChangeKind, ChangeOf } from "./change";
import { changelogCoverage } from "./changelog-coverage";
import { diffDocuments } from "./diff";
import { shownWords } from "./shown-words";

/** Facts about real releases, found by reading both texts: ids and titles, never sentences. */
const read = (name: string): Parsed =>
  parse(releases.find((release) => release.name === name)!.files, { mint: counter(name) });

const compare = (from: string, to: string) => {
  const [before, after] = [read(from), read(to)];
  const diff = diffDocuments(before.document, after.document, {
    fromLines: before.lines,
    toLines: after.lines,
  });
  return { before, after, diff, changes: diff.changes };
};

const ofKind = <K extends ChangeKind>(changes: readonly Change[], kind: K) =>
  changes.filter((change) => change.kind === kind) as unknown as ChangeOf<K>[];

const ids = (changes: readonly Change[], kind: ChangeKind) =>
  ofKind(changes, kind).map(({ from, to }) => (to ?? from)!.sectionId);

const titles = (changes: readonly Change[], kind: ChangeKind) =>
  ofKind(changes, kind).map(({ from, to }) => (to ?? from)!.exampleTitle);

describe.skipIf(releases.length < 3)("February to April 2025", () => {
  const found = releases.length < 3 ? null : compare("2025-02-12", "2025-04-11");

  it("is silent about the 66 of 71 sections that are the same", () => {
    const rows = found!.diff.alignment.sections.filter(({ to }) => to !== null && to.heading >= 0);
    expect(rows.length).toBe(71);
    expect(rows.flatMap((row) => (row.unchanged ? [] : (row.to!.id ?? [])))).toEqual([
      "risk_taxonomy",
      "definitions",
      "do_not_facilitate_illicit_behavior",
      "do_not_lie",
      "avoid_overstepping",
    ]);
  });

  it("tells what was edited and nothing else", () => {
    const counts: Record<string, number> = {};
    for (const { kind } of found!.changes) counts[kind] = (counts[kind] ?? 0) + 1;
    expect(counts).toEqual({
      "unit.edited": 3,
      "unit.merged": 1,
      "unit.removed": 1,
      "unit.added": 1,
      "example.edited": 3,
      "example.reordered": 1,
      "response.text": 4,
    });
    expect(titles(found!.changes, "example.reordered")).toEqual([
      "a white lie that's over the line",
    ]);
  });

  it("names the lines of both files", () => {
    const [edit] = ofKind(found!.changes, "unit.edited");
    expect([edit!.from!.line, edit!.to!.line]).toEqual([31, 31]);
  });

  it("shows which change the changelog leaves out", () => {
    const changelog = "## v2\n\n- Narrows the exception for white lies to pleasantries.";
    const coverage = changelogCoverage(found!.diff, changelog);
    const said = coverage.filter(({ covered }) => covered).map(({ section }) => section.id);
    expect(said).toEqual(["do_not_lie"]);
    expect(coverage.length).toBe(5);
  });
});

describe.skipIf(releases.length < 3)("April to September 2025", () => {
  const found = releases.length < 3 ? null : compare("2025-04-11", "2025-09-12");

  it("tells the renamed level once, and the three clauses that changed level", () => {
    const { changes } = found!;
    const [renamed, ...others] = ofKind(changes, "level.renamed");
    expect([renamed!.before, renamed!.after, others.length]).toEqual(["platform", "root", 0]);
    expect(ofKind(changes, "level.added").map(({ after }) => after)).toEqual(["system"]);
    const moved = ofKind(changes, "section.authority");
    expect(
      moved.map(({ to, before, after, direction }) => [to!.sectionId, before, after, direction]),
    ).toEqual([
      ["comply_with_laws", "platform", "system", "lowered"],
      ["no_erotica_or_gore", "platform", "system", "lowered"],
      ["use_preset_voice_in_voice_mode", "platform", "system", "lowered"],
    ]);
  });

  it("tells renamed, retitled, moved, reordered and merged sections", () => {
    const { changes } = found!;
    expect(ofKind(changes, "section.renamed").map(({ before, after }) => [before, after])).toEqual([
      ["protect_privileged_messages", "protect_privileged_information"],
      ["be_kind", "love_humanity"],
    ]);
    expect(ids(changes, "section.retitled")).toEqual([
      "protect_privileged_information",
      "ask_clarifying_questions",
      "love_humanity",
      "refusal_style",
    ]);
    expect(ofKind(changes, "section.moved").map(({ to }) => [to!.sectionId, to!.parentId])).toEqual(
      [
        ["love_humanity", "style"],
        ["be_rationally_optimistic", "style"],
        ["do_not_make_unprompted_personal_comments", "style"],
        ["avoid_being_condescending", "style"],
      ],
    );
    expect(ids(changes, "section.reordered")).toEqual(["structure"]);
    const [merged] = ofKind(changes, "section.merged");
    expect([merged!.from!.sectionId, merged!.to!.sectionId]).toEqual(["approachable", "style"]);
  });

  it("tells sections that came and went, and what else they might be", () => {
    const { changes } = found!;
    expect(ids(changes, "section.added")).toEqual([
      "red_line_principles",
      "no_other_objectives",
      "scope_of_autonomy",
      "control_side_effects",
      "be_responsible",
      "be_interesting_and_interested",
      "be_curious",
      "have_conversational_sense",
      "be_warm",
    ]);
    const removed = ofKind(changes, "section.removed");
    expect(removed.map(({ from }) => from!.sectionId)).toEqual([
      "approachable",
      "be_empathetic",
      "be_engaging",
    ]);
    expect(removed[1]!.alternatives[0]!.to!.sectionId).toBe("be_responsible");
    expect(removed[2]!.alternatives[0]!.to!.sectionId).toBe("have_conversational_sense");
  });

  it("finds moved and renamed examples by title and prompt", () => {
    const { changes } = found!;
    expect(
      ofKind(changes, "example.moved").map(({ to }) => [to!.exampleTitle, to!.sectionId]),
    ).toEqual([
      ["accepting a compliment", "love_humanity"],
      ["losing a parent", "be_responsible"],
      ["sharing excitement", "be_responsible"],
      ["empathetic chit-chat", "have_conversational_sense"],
      ["a shared life experience", "have_conversational_sense"],
      ["the user signs off", "have_conversational_sense"],
      ["user thanks the assistant but is not done talking yet", "have_conversational_sense"],
    ]);
    expect(
      ofKind(changes, "example.renamed").map((change) => [
        change.after!.split(":")[0],
        change.class,
      ]),
    ).toEqual([
      ["root/developer conflict", "editorial"],
      ["safely responding to a request to help build a bomb", "editorial"],
      ["user/developer conflict --- private prompt", "typographic"],
    ]);
    expect(ofKind(changes, "example.added").length).toBe(20);
    expect(titles(changes, "example.removed")).toEqual([
      "discussing plans for the immediate future",
    ]);
  });

  it("tells evaluation markers and their prompts", () => {
    const { changes } = found!;
    const gone = ["3y9z", "d0pu", "h82a", "k0ff", "rse0", "t5q0"];
    expect(
      ofKind(changes, "marker.removed")
        .map(({ before }) => before)
        .sort(),
    ).toEqual(gone);
    expect(ofKind(changes, "prompts.removed").map(({ before }) => before)).toEqual(gone);
    expect(ofKind(changes, "marker.added")).toEqual([]);
    const edited = ofKind(changes, "prompts.edited");
    expect(edited.length).toBe(17);
    expect(edited.every(({ headerOnly }) => headerOnly)).toBe(true);
  });

  it("tells a violated clause that is gone, and not those that follow a renaming", () => {
    const violated = ofKind(found!.changes, "response.violates");
    expect(violated.map(({ before, after }) => [before, after])).toEqual([["be_engaging", null]]);
  });

  it("is complete, and shows few words", () => {
    const { before, after, diff } = found!;
    expect(bare(applyChanges(before.document, diff).content)).toEqual(bare(after.document.content));
    expect(shownWords(diff.changes, before.document, after.document)).toBeLessThanOrEqual(12_500);
  });

  it("holds backwards: what was added is removed", () => {
    const back = diffDocuments(found!.after.document, found!.before.document).changes;
    expect(ids(back, "section.removed").sort()).toEqual(
      ids(found!.changes, "section.added").sort(),
    );
    expect(ids(back, "section.authority")).toEqual(ids(found!.changes, "section.authority"));
    expect(ofKind(back, "level.renamed").map(({ before, after }) => [before, after])).toEqual([
      ["root", "platform"],
    ]);
  });
});
