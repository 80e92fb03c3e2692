import { describe, expect, it } from "vitest";
import type { WordPart } from "@/lib/diff/change";
import { diffDocuments } from "@/lib/diff/diff";
import { clause, link, marker, p, ref, spec, strong } from "@/lib/spec/builders";
import type { InlineJson, ParagraphJson } from "@/lib/spec/block-json";
import { markInline, mergeInline } from "./mark-inline";

/** `[-gone-]`, `[+new+]`, other marks as `<type>`. */
const shown = (nodes: readonly InlineJson[]) =>
  nodes
    .map((node) => {
      const words = node.type === "text" ? node.text : `{${node.type}}`;
      return (node.marks ?? []).toReversed().reduce((inside, { type }) => {
        const change = type as string;
        if (change === "ins") return `[+${inside}+]`;
        return change === "del" ? `[-${inside}-]` : `<${type}>${inside}</>`;
      }, words);
    })
    .join("");

const text = (words: string): InlineJson[] => [{ type: "text", text: words }];
const same = (words: string): WordPart => ({ kind: "same", text: words });
const ins = (words: string): WordPart => ({ kind: "ins", text: words });
const del = (words: string): WordPart => ({ kind: "del", text: words });

describe("mergeInline", () => {
  it("shows what went and what came in one run", () => {
    const parts = [same("Be "), del("kind "), ins("honest "), same("always.")];
    expect(shown(mergeInline(text("Be kind always."), text("Be honest always."), parts))).toBe(
      "Be [-kind -][+honest +]always.",
    );
  });

  it("keeps marks and references", () => {
    const before = [...text("See "), ref("a"), strong("now")];
    const after = [...text("See "), ref("b"), strong("now"), ...text(" and then")];
    const parts = [same("See "), del("[?](#a)"), ins("[?](#b)"), same("now"), ins(" and then")];
    expect(shown(mergeInline(before, after, parts))).toBe(
      "See [-{crossReference}-][+{crossReference}+]<strong>now</>[+ and then+]",
    );
  });

  it("cuts a bold stretch that changed in part", () => {
    const before = [strong("never ever lie")];
    const after = [strong("never lie")];
    const parts = [same("never "), del("ever "), same("lie")];
    expect(shown(mergeInline(before, after, parts))).toBe(
      "<strong>never </>[-<strong>ever </>-]<strong>lie</>",
    );
  });

  it("finds its place when dashes are spelled otherwise", () => {
    const before = text("One---two “three” four.");
    const after = text('One — two "three" five.');
    const parts = [same('One — two "three" '), del("four"), ins("five"), same(".")];
    expect(shown(mergeInline(before, after, parts))).toBe('One — two "three" [-four-][+five+].');
  });

  it("loses no word of the text after, whatever the parts are", () => {
    const before = spec(
      clause("a", "A", p("It ", link("#a", "should"), " help", marker("ab12"), ".")),
    );
    const after = spec(
      clause("a", "A", p("It ", link("#a", "must"), " always help", marker("cd34"), ".")),
    );
    const { changes } = diffDocuments(before, after);
    const edited = changes.find(({ kind }) => kind === "unit.edited")!;
    const [, was] = before.content as [unknown, ParagraphJson];
    const [, now] = after.content as [unknown, ParagraphJson];
    const merged = mergeInline(was.content, now.content, edited.parts);
    const kept = merged.filter(
      ({ marks }) => !marks?.some(({ type }) => (type as string) === "del"),
    );
    const words = (nodes: readonly InlineJson[]) =>
      nodes.map((node) => (node.type === "text" ? node.text : node.type)).join("");
    expect(words(kept)).toBe(words(now.content!));
  });
});

describe("markInline", () => {
  it("marks one side alone", () => {
    const parts = [same("Be "), del("kind "), ins("honest "), same("always.")];
    expect(shown(markInline(text("Be kind always."), parts, "del"))).toBe("Be [-kind -]always.");
    expect(shown(markInline(text("Be honest always."), parts, "ins"))).toBe(
      "Be [+honest +]always.",
    );
  });

  it("does not mark an earlier word of the same spelling", () => {
    const parts = [same("the one and "), del("the "), same("other")];
    expect(shown(markInline(text("the one and the other"), parts, "del"))).toBe(
      "the one and [-the -]other",
    );
  });
});
