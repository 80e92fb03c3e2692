import { describe, expect, it } from "vitest";
import { diffDocuments } from "@/lib/diff/diff";
import { bullets, clause, commentary, numbered, spec } from "@/lib/spec/builders";
import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import { mergeBlock, rowParts, sideBlock } from "./merge-block";

/** Words with `-gone-`, `+new+`, `~moved~`; each text on its own. */
function texts(node: NodeJson): string[] {
  if (node.content?.some(({ type }) => type === "text")) {
    return [
      node.content
        .map(({ text = "", marks }) => {
          const kind = marks?.[0]?.type as string | undefined;
          const sign = kind === "ins" ? "+" : kind === "del" ? "-" : kind === "moved" ? "~" : "";
          return `${sign}${text}${sign}`;
        })
        .join(""),
    ];
  }
  return (node.content ?? []).flatMap(texts);
}

function compared(before: BlockJson, after: BlockJson) {
  const was = spec(clause("a", "A", "Stays.", before));
  const now = spec(clause("a", "A", "Stays.", after));
  const { changes, alignment } = diffDocuments(was, now, { sameIdentities: false });
  const row = alignment.sections
    .flatMap(({ blocks }) => blocks)
    .find(({ state }) => state !== "same")!;
  const byId = (id: string) => changes.find((change) => change.id === id);
  const words = rowParts(row.changes, byId);
  return {
    merged: texts(
      mergeBlock(was.content[row.from!]!, now.content[row.to!]!, row.parts, words, byId),
    ),
    left: texts(sideBlock(was.content[row.from!]!, "from", row.parts, words, byId)),
    right: texts(sideBlock(now.content[row.to!]!, "to", row.parts, words, byId)),
  };
}

describe("a list", () => {
  const before = bullets(
    "Answer what was asked.",
    "Never invent a source.",
    "Say when you are unsure.",
  );

  it("shows an item that is gone where it stood", () => {
    const after = bullets("Answer what was asked.", "Say when you are unsure.");
    const { merged, left, right } = compared(before, after);
    expect(merged).toEqual([
      "Answer what was asked.",
      "-Never invent a source.-",
      "Say when you are unsure.",
    ]);
    expect(left[1]).toBe("-Never invent a source.-");
    expect(right).toHaveLength(2);
  });

  it("shows one that was gone from the top at the top", () => {
    const after = bullets("Never invent a source.", "Say when you are unsure.");
    expect(compared(before, after).merged[0]).toBe("-Answer what was asked.-");
  });

  it("shows a new one and an edited one", () => {
    const after = bullets(
      "Answer what was asked.",
      "Never invent a source or a quotation.",
      "Ask back when the question has two meanings and the difference matters.",
      "Say when you are unsure.",
    );
    const { merged } = compared(before, after);
    expect(merged[1]).toMatch(/^Never invent a source.*\+.*or a quotation.*\+/);
    expect(merged[2]).toMatch(/^\+Ask back/);
    expect(merged).toHaveLength(4);
  });
});

describe("other containers", () => {
  it("keep what is gone from commentary with a list in it", () => {
    const before = commentary(
      "Why this is so, at length.",
      bullets("One reason.", "Another, weaker reason."),
    );
    const after = commentary("Why this is so, at length.", bullets("One reason."));
    expect(compared(before, after).merged).toEqual([
      "Why this is so, at length.",
      "One reason.",
      "-Another, weaker reason.-",
    ]);
  });

  it("leave the documents as they were", () => {
    const before = numbered("First do this thing.", "Then do that thing.");
    const after = numbered("First do this thing.");
    const copy = structuredClone([before, after]);
    compared(before, after);
    expect([before, after]).toEqual(copy);
  });
});

describe("a table", () => {
  const cell = (text: string) => ({
    type: "tableCell",
    attrs: { align: null, header: false },
    content: text === "" ? [] : [{ type: "text", text }],
  });
  const table = (...rows: string[][]) =>
    ({
      type: "table",
      attrs: { uid: null },
      content: rows.map((cells) => ({
        type: "tableRow",
        attrs: { uid: null },
        content: cells.map(cell),
      })),
    }) as unknown as BlockJson;
  const row = (third: string, fourth = "the town") => ["System", "the town", third, fourth];
  const first = ["Root", "this document", "what all are owed", "nobody"];

  it("shows what was taken out of a cell in that cell alone", () => {
    const { merged, left, right } = compared(
      table(first, row("rules for all services of one country")),
      table(first, row("rules that may have to differ by place or law")),
    );
    expect(merged.slice(0, 6)).toEqual([...first, "System", "the town"]);
    expect(merged[6]).toContain("-for all services of one country");
    expect(merged[6]).toMatch(/\+that may have to differ.*law/);
    expect(merged[7]).toBe("the town");
    expect(left.slice(4)).toEqual([
      "System",
      "the town",
      "rules -for all services of one country-",
      "the town",
    ]);
    expect(right[4]).toBe("System");
    expect(right[6]).toMatch(/^rules \+/);
    expect(right[7]).toBe("the town");
  });

  it("shows changes of several cells each in its own, also where one says the same words", () => {
    const { merged } = compared(
      table(first, row("rules for the town", "the town")),
      table(first, row("rules for the county", "the county")),
    );
    expect(merged.slice(4)).toEqual([
      "System",
      "the town",
      "rules for the -town-+county+",
      "the -town-+county+",
    ]);
  });

  it("shows a cell that lost all its words", () => {
    const { merged } = compared(
      table(first, row("rules for all services of one country and of all its neighbours")),
      table(first, row("rules for all services of one country and of all its neighbours", "")),
    );
    expect(merged.slice(4, 7)).toEqual([
      "System",
      "the town",
      "rules for all services of one country and of all its neighbours",
    ]);
    expect(merged[7]).toContain("-the town-");
  });
});
