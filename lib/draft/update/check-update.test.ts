import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import * as Y from "yjs";
import { anyBlocks } from "@/lib/markdown/testing/any-document";
import {
  assistant,
  bad,
  clause,
  compare,
  counter,
  example,
  p,
  prompts,
  ref,
  spec,
  strong,
  user,
  withPrompts,
} from "@/lib/spec/builders";
import { MAX_DEPTH } from "@/lib/spec/check-size";
import { specDocument, type SpecDocument } from "@/lib/spec/document";
import { readBlocks } from "@/lib/spec/read-document";
import { NODES } from "@/lib/spec/schema";
import { ensureUids } from "@/lib/spec/uid";
import { UnreadableDocument } from "@/lib/spec/unreadable-document";
import { draftParts } from "../draft-parts";
import { DRAFT_NODES } from "../draft-schema";
import { readDraft } from "../read-draft";
import { seedDraft, writeDraft } from "../write-draft";
import { applyUpdate } from "./apply-update";
import { checkUpdate } from "./check-update";
import { UpdateRefused } from "./update-refused";

const base = spec(
  clause("honest", "Be honest", p("Say ", strong("what"), " is true, see ", ref("kind"), ".")),
  clause("kind", "Be kind", "Help."),
  example("Asked", user("Is it true?"), compare(bad("No idea."))),
);

function opened(document: SpecDocument = base): Y.Doc {
  const ydoc = new Y.Doc();
  draftParts(ydoc);
  Y.applyUpdate(ydoc, seedDraft(document));
  return ydoc;
}

/** A change that somebody makes in a copy, as one update. */
function changed(ydoc: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc({ gc: false });
  draftParts(copy);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc));
  const before = Y.encodeStateVector(copy);
  copy.transact(() => change(copy));
  return Y.encodeStateAsUpdate(copy, before);
}

const contentOf = (ydoc: Y.Doc) => draftParts(ydoc).content;
const blockOf = (ydoc: Y.Doc, index: number) => contentOf(ydoc).get(index) as Y.XmlElement;

function element(name: string, attrs: Record<string, unknown> = {}, ...children: unknown[]) {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string);
  if (children.length > 0) made.insert(0, children as never);
  return made;
}

/** What the check says: "taken", or the reason. */
function verdict(ydoc: Y.Doc, update: Uint8Array): string {
  const before = Y.encodeStateAsUpdate(ydoc);
  try {
    const facts = checkUpdate(ydoc, update);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
    applyUpdate(ydoc, update, facts, "test");
    return "taken";
  } catch (error) {
    if (error instanceof UpdateRefused) return `${error.code}: ${error.reason}`;
    throw error;
  }
}

const allowedBlocks = anyBlocks.filter((blocks) => {
  try {
    return Boolean(documentOf(blocks as never));
  } catch (error) {
    if (error instanceof UnreadableDocument) return false;
    throw error;
  }
});
const documentOf = (blocks: never) =>
  specDocument({ content: readBlocks(ensureUids(blocks, counter()), "$") });

describe("what people do", () => {
  it("is taken, whatever document becomes whatever other", () => {
    fc.assert(
      fc.property(allowedBlocks, allowedBlocks, (before, after) => {
        const ydoc = opened(documentOf(before as never));
        const update = changed(ydoc, (copy) => writeDraft(copy, documentOf(after as never)));
        expect(verdict(ydoc, update)).toBe("taken");
      }),
      { numRuns: 30 },
    );
  });

  it("is taken in all parts of a draft", () => {
    const ydoc = opened();
    const document: SpecDocument = {
      ...withPrompts(
        base,
        prompts("a1b2", "Be honest", example("Case", user("Hi."), assistant("Ho."))),
      ),
      title: "A spec",
      profile: "generic",
      ledger: [{ kind: "renamed", from: "true", to: "honest", release: null, revision: null }],
    };
    expect(
      verdict(
        ydoc,
        changed(ydoc, (copy) => writeDraft(copy, document)),
      ),
    ).toBe("taken");
    expect(readDraft(ydoc, base.levels)).toMatchObject({
      title: "A spec",
      ledger: document.ledger,
    });
  });

  it("is taken when they delete what others wrote", () => {
    const ydoc = opened();
    expect(
      verdict(
        ydoc,
        changed(ydoc, (copy) => contentOf(copy).delete(0, 3)),
      ),
    ).toBe("taken");
  });

  it("is taken when it stands in something that is gone meanwhile", () => {
    const ydoc = opened();
    const late = changed(ydoc, (copy) =>
      (blockOf(copy, 1).get(0) as Y.XmlText).insert(0, "Late. "),
    );
    contentOf(ydoc).delete(1, 1);
    expect(verdict(ydoc, late)).toBe("taken");
    expect(readDraft(ydoc, base.levels).content).toHaveLength(base.content.length - 1);
  });

  it("is known for what it is: nothing new, new pieces, whose", () => {
    const ydoc = opened();
    const update = changed(ydoc, (copy) => {
      copy.clientID = 77;
      (blockOf(copy, 1).get(0) as Y.XmlText).insert(0, "New. ");
    });
    expect(checkUpdate(ydoc, update)).toMatchObject({ changesNothing: false, clients: [77] });
    Y.applyUpdate(ydoc, update);
    expect(checkUpdate(ydoc, update)).toMatchObject({ changesNothing: true, clients: [] });
    expect(checkUpdate(ydoc, Y.encodeStateAsUpdate(ydoc)).changesNothing).toBe(true);
  });
});

const HOSTILE: Record<string, (copy: Y.Doc) => void> = {
  "a node that is not known": (copy) => contentOf(copy).push([element("script")]),
  "a node that calls itself text": (copy) => contentOf(copy).push([element("text")]),
  "a whole document inside": (copy) => contentOf(copy).push([element("doc")]),
  "an inherited name": (copy) => contentOf(copy).push([element("constructor")]),
  "a node where it may not stand": (copy) =>
    contentOf(copy).push([element("paragraph", {}, element("paragraph"))]),
  "a list item on its own": (copy) => contentOf(copy).push([element("listItem")]),
  "text on its own": (copy) => contentOf(copy).push([new Y.XmlText("loose")]),
  "text in a list": (copy) =>
    contentOf(copy).push([element("bulletList", {}, new Y.XmlText("loose"))]),
  "a hook": (copy) => contentOf(copy).push([new Y.XmlHook("paragraph") as never]),
  "a map in the text": (copy) => blockOf(copy, 1).insert(0, [new Y.Map() as never]),
  "a property that is not known": (copy) => blockOf(copy, 1).setAttribute("onclick", "x"),
  "a property named __proto__": (copy) => blockOf(copy, 1).setAttribute("__proto__", "x"),
  "a level of 7": (copy) => blockOf(copy, 0).setAttribute("level", 7 as never),
  "a level in words": (copy) => blockOf(copy, 0).setAttribute("level", "2"),
  "tags that are no list": (copy) => blockOf(copy, 0).setAttribute("tags", "a"),
  "tags with an object": (copy) => blockOf(copy, 0).setAttribute("tags", [{ a: 1 }] as never),
  "a huge id": (copy) => blockOf(copy, 0).setAttribute("id", "x".repeat(10_000)),
  "a reference to nowhere": (copy) => blockOf(copy, 1).insert(0, [element("crossReference")]),
  "a message of nobody": (copy) => blockOf(copy, 4).insert(0, [element("message")]),
  "taking away the role of a message": (copy) =>
    (blockOf(copy, 4).get(1) as Y.XmlElement).removeAttribute("role"),
  "a mark that is not known": (copy) =>
    (blockOf(copy, 1).get(0) as Y.XmlText).format(0, 2, { blink: {} }),
  "a mark where none may be": (copy) =>
    ((blockOf(copy, 4).get(1) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, { strong: {} }),
  "a mark that is no object": (copy) =>
    (blockOf(copy, 1).get(0) as Y.XmlText).format(0, 2, { strong: true }),
  "a mark twice under two names": (copy) =>
    (blockOf(copy, 1).get(0) as Y.XmlText).format(0, 2, { "strong--AAAAAAAA": {} }),
  "a tag under a name that is not its own": (copy) =>
    ((blockOf(copy, 4).get(1) as Y.XmlElement).get(0) as Y.XmlText).format(0, 2, {
      "tagged--AAAAAAAA": { name: "a", attributes: [] },
    }),
  "a link with a property of its own": (copy) =>
    (blockOf(copy, 1).get(0) as Y.XmlText).format(0, 2, { link: { href: "#a", onclick: "x" } }),
  "an object in the text": (copy) =>
    (blockOf(copy, 1).get(0) as Y.XmlText).insertEmbed(0, { a: 1 }),
  "a property of text": (copy) => (blockOf(copy, 1).get(0) as Y.XmlText).setAttribute("a", "b"),
  "marks of an atom that are none": (copy) =>
    blockOf(copy, 1).insert(0, [
      element("crossReference", { id: "kind", marked: [{ type: "blink" }] }),
    ]),
  "another part": (copy) => copy.getMap("secrets").set("a", 1),
  "a broken ledger": (copy) => draftParts(copy).ledger.push([{ kind: "stolen" } as never]),
  "another profile": (copy) => draftParts(copy).meta.set("profile", "evil"),
  "another key beside the title": (copy) => draftParts(copy).meta.set("__proto__", "x"),
  "prompts that are none": (copy) => draftParts(copy).prompts.set("a", "x" as never),
  "bytes as a property": (copy) => blockOf(copy, 1).setAttribute("uid", new Uint8Array(4) as never),
  "a document in the document": (copy) => draftParts(copy).meta.set("title", new Y.Doc() as never),
};

describe("what nobody may do", () => {
  test.each(Object.entries(HOSTILE))("%s", (_, change) => {
    const ydoc = opened();
    const before = Y.encodeStateAsUpdate(ydoc);
    expect(verdict(ydoc, changed(ydoc, change))).toMatch(/^invalid: /);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });

  test.each(Object.keys(NODES).filter((name) => name !== "text"))(
    "anything unknown about a %s",
    (name) => {
      const ydoc = opened();
      const plain = changed(ydoc, (copy) => contentOf(copy).push([element(name, { evil: 1 })]));
      expect(verdict(ydoc, plain)).toMatch(/^invalid: /);
      for (const attr of Object.keys(DRAFT_NODES[name]?.attrs ?? {})) {
        for (const value of [{ a: 1 }, 1e300, [[["deep"]]], -1]) {
          const update = changed(ydoc, (copy) =>
            contentOf(copy).push([element(name, { [attr]: value })]),
          );
          expect(verdict(ydoc, update)).toMatch(/^invalid: /);
        }
      }
    },
  );

  test.each([MAX_DEPTH + 2, 2_000, 20_000])("blocks nested %i deep, in 50 ms", (depth) => {
    const ydoc = opened();
    const update = changed(ydoc, (copy) => {
      let inner: { insert(index: number, content: Y.XmlElement[]): void } = contentOf(copy);
      for (let level = 0; level < depth; level += 1) {
        const next = element("blockquote");
        inner.insert(0, [next]);
        inner = next;
      }
    });
    const started = process.cpuUsage();
    expect(verdict(ydoc, update)).toMatch(/deep/);
    // CPU of this thread and a collector; ten times the figure, because other tests run beside it.
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(500);
  });

  it("says the rest of a conversation of which the beginning is missing", () => {
    const ydoc = opened();
    const copy = new Y.Doc();
    draftParts(copy);
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc));
    const text = blockOf(copy, 1).get(0) as Y.XmlText;
    text.insert(0, "First. ");
    const afterFirst = Y.encodeStateVector(copy);
    text.insert(7, "Second. ");
    expect(verdict(ydoc, Y.encodeStateAsUpdate(copy, afterFirst))).toMatch(/^incomplete: /);
  });

  it("hides the first part of a change behind a second one of the same client", () => {
    // Yjs keeps only the last section of a client, so a check could see another change than it does.
    const ydoc = opened();
    const copy = new Y.Doc();
    draftParts(copy);
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc));
    const sections: number[][] = [];
    copy.on("update", (update) => sections.push([...update.slice(1, -1)]));
    contentOf(copy).push([element("paragraph")]);
    contentOf(copy).push([element("paragraph")]);
    const both = new Uint8Array([2, ...sections.flat(), 0]);
    expect(verdict(ydoc, both)).toMatch(/^incomplete: /);
  });

  it("puts thousands of pieces before thousands of others, which takes Yjs minutes", () => {
    const ydoc = opened();
    const crowd = (clientId: number) =>
      changed(ydoc, (copy) => {
        copy.clientID = clientId;
        const text = blockOf(copy, 1).get(0) as Y.XmlText;
        for (let n = 0; n < 4_000; n += 1) text.insert(0, "ab");
      });
    const [first, second] = [crowd(1_000_000), crowd(5)];
    expect(verdict(ydoc, first)).toBe("taken");
    expect(verdict(ydoc, second)).toMatch(/too many pieces in one place/);
  });

  it("is no update at all", () => {
    expect(verdict(opened(), new Uint8Array([7, 7, 7]))).toMatch(/^malformed: /);
  });
});

/** QUALITY H2: what is taken of random bytes and of mutated real updates leaves a draft that can be read. */
test("mutated updates are refused, or leave a draft that can be read", () => {
  const ydoc = opened();
  const real = [
    changed(ydoc, (copy) => (blockOf(copy, 1).get(0) as Y.XmlText).insert(3, "typed")),
    changed(ydoc, (copy) =>
      contentOf(copy).insert(2, [element("paragraph", { uid: "new" }, new Y.XmlText("x"))]),
    ),
    changed(ydoc, (copy) => contentOf(copy).delete(1, 1)),
    changed(ydoc, (copy) => blockOf(copy, 0).setAttribute("level", 3 as never)),
    changed(ydoc, (copy) => (blockOf(copy, 1).get(0) as Y.XmlText).format(0, 3, { em: {} })),
  ];
  const seeded = Y.encodeStateAsUpdate(ydoc);
  const edit = fc.record({ at: fc.nat(), byte: fc.nat(255) });
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...real),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (update, edits) => {
        const mutated = update.slice();
        for (const { at, byte } of edits) mutated[at % mutated.length] = byte;
        const target = new Y.Doc();
        draftParts(target);
        Y.applyUpdate(target, seeded);
        if (verdict(target, mutated) !== "taken") return;
        taken += 1;
        expect(readDraft(target, base.levels).content.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: Number(process.env.SOAK_RUNS ?? 1_000) },
  );
  expect(taken).toBeGreaterThan(0);
});
