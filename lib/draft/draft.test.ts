import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import * as Y from "yjs";
import { parse } from "@/lib/markdown/parse";
import { anyBlocks } from "@/lib/markdown/testing/any-document";
import { releases } from "@/lib/markdown/testing/corpus";
import type { BlockJson } from "@/lib/spec/block-json";
import { clause, counter, p, spec, withPrompts, prompts } from "@/lib/spec/builders";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { specDocument, type SpecDocument } from "@/lib/spec/document";
import { readBlocks } from "@/lib/spec/read-document";
import { ensureUids } from "@/lib/spec/uid";
import { UnreadableDocument } from "@/lib/spec/unreadable-document";
import { draftParts } from "./draft-parts";
import { readDraft } from "./read-draft";
import { seedDraft, writeDraft } from "./write-draft";

const opened = (document: SpecDocument) => {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, seedDraft(document));
  return ydoc;
};
const through = (document: SpecDocument) => readDraft(opened(document), document.levels);
/** Random blocks that the schema allows: the generator also makes marks twice on one text. */
const allowedBlocks = anyBlocks.filter((blocks) => {
  try {
    return Boolean(documentOf(blocks));
  } catch (error) {
    if (error instanceof UnreadableDocument) return false;
    throw error;
  }
});
function documentOf(content: BlockJson[]): SpecDocument {
  return specDocument({ content: readBlocks(ensureUids(content, counter()), "$") });
}

describe("a draft", () => {
  it("holds every document that the schema allows", () => {
    fc.assert(
      fc.property(allowedBlocks, (blocks) => {
        const document = documentOf(blocks);
        expect(canonicalJson(through(document))).toBe(canonicalJson(document));
      }),
    );
  });

  it("becomes another document, whatever it held before", () => {
    fc.assert(
      fc.property(allowedBlocks, allowedBlocks, (before, after) => {
        const ydoc = opened(documentOf(before));
        const wanted = documentOf(after);
        writeDraft(ydoc, wanted);
        expect(canonicalJson(readDraft(ydoc, []))).toBe(canonicalJson(wanted));
      }),
    );
  });

  it("keeps title, profile, ledger and prompts", () => {
    const document: SpecDocument = {
      ...withPrompts(
        spec(clause("honest", "Be honest", "Say what is true.")),
        prompts("a1b2", "Be honest"),
      ),
      title: "A spec",
      profile: "generic",
      ledger: [{ kind: "renamed", from: "true", to: "honest", release: null, revision: null }],
    };
    expect(canonicalJson(through(document))).toBe(canonicalJson(document));
  });

  it("says nothing to the others when nothing differs", () => {
    const document = spec(clause("honest", "Be honest", "Say what is true."));
    const ydoc = opened(document);
    let updates = 0;
    ydoc.on("update", () => (updates += 1));
    writeDraft(ydoc, document);
    expect(updates).toBe(0);
  });

  it("touches only what differs: what somebody else types at the same time stays", () => {
    const before = spec(clause("a", "A", "First."), clause("b", "B", "Second."));
    const mine = opened(before);
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const paragraph = draftParts(theirs).content.get(1) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(0, "Typed. ");
    writeDraft(mine, spec(clause("a", "A", "First."), clause("b", "B", "Second, restored.")));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    const text = canonicalJson(readDraft(mine, []).content);
    expect(text).toContain("Typed. First.");
    expect(text).toContain("Second, restored.");
  });

  it("refuses to be read when it holds what the schema does not know, and changes nothing", () => {
    const ydoc = opened(spec(p("Words.")));
    draftParts(ydoc).content.push([new Y.XmlElement("somethingElse") as never]);
    const before = Y.encodeStateVector(ydoc);
    expect(() => readDraft(ydoc, [])).toThrow(UnreadableDocument);
    expect(Y.encodeStateVector(ydoc)).toEqual(before);
  });
});

test.skipIf(releases.length === 0).each(releases)(
  "the release of $name survives the way through a draft",
  ({ files }) => {
    const { document } = parse(files, { mint: counter() });
    expect(canonicalJson(through(document))).toBe(canonicalJson(document));
  },
);
