import { describe, expect, it } from "vitest";
import { diffDocuments } from "@/lib/diff/diff";
import { parse, type Parsed } from "@/lib/markdown/parse";
import { print } from "@/lib/markdown/print";
import { releases as corpus } from "@/lib/markdown/testing/corpus";
import { mintUid } from "@/lib/mint-uid";
import type { SpecDocument } from "@/lib/spec/document";
import { exampleViews } from "@/lib/spec/examples";
import { resolve } from "@/lib/spec/ledger";
import { sectionTree } from "@/lib/spec/section-tree";
import { walk } from "@/lib/spec/walk";
import { carryIdentities } from "./carry-identities";

const read = (text: string) => parse(text, { mint: mintUid, profile: "model-spec" });
const carry = (before: Parsed, after: Parsed, release: string | null = "2") =>
  carryIdentities(before.document, after, release);

/** uid of the block whose words begin so. */
function uidOf({ document }: { document: SpecDocument }, start: string): string {
  let found = "";
  for (const content of [document.content, ...document.prompts.map((file) => file.content)]) {
    walk(content, (node) => {
      const uid = node.attrs?.["uid"];
      const words = (node.content ?? []).map((child) => child.text ?? "").join("");
      if (typeof uid === "string" && words.startsWith(start)) found ||= uid;
    });
  }
  if (!found) throw new Error(`Nothing begins with ${start}.`);
  return found;
}

const EXAMPLE = (good: string, title = "a question") => `**Example**: ${title}

~~~xml
<user>
Are you a person?
</user>
<comparison>
<assistant> <!-- BAD -->
Yes.
</assistant>
<assistant> <!-- GOOD -->
${good}
</assistant>
</comparison>
~~~`;

const FIRST = `# Manners {#manners}

## Be honest {#honest authority=root}

Say what is true, also when it is not what people hope to hear.

- One thing at a time.
- Another thing later.

${EXAMPLE("No, I am a program.")}

## Be short {#short authority=guideline}

Use few words where few are enough, and many only where they help.`;

describe("carryIdentities", () => {
  const first = read(FIRST);

  it("knows every block again when nothing changed, whatever its uids", () => {
    const { parsed, since } = carry(first, read(FIRST));
    expect(parsed.document).toEqual(first.document);
    expect(since).toEqual({ known: since.all, all: since.all, ledger: [] });
    expect(parsed.source).toEqual(first.source);
  });

  it("keeps the bytes of a text whose identities were renamed", () => {
    const text = FIRST.replace("Say what is true", "Say  what is true").replaceAll(
      "\n\n## ",
      "\n\n\n## ",
    );
    const { parsed } = carry(first, read(text));
    expect(print(parsed.document, parsed.source)).toEqual({ "model_spec.md": text });
  });

  it("keeps the identity of what was edited, and gives what is new its own", () => {
    const text = FIRST.replace("people hope to hear", "people want to hear").replace(
      "## Be short",
      "A new thought that was nowhere before at all.\n\n## Be short",
    );
    const { parsed } = carry(first, read(text));
    expect(uidOf(parsed, "Say what")).toBe(uidOf(first, "Say what"));
    expect(uidOf(parsed, "Use few")).toBe(uidOf(first, "Use few"));
    const known = new Set(first.lines.keys());
    expect(known.has(uidOf(parsed, "A new thought"))).toBe(false);
  });

  it("knows a response by its verdict when its words are new, and the example by its title", () => {
    const { parsed } = carry(first, read(FIRST.replace("No, I am a program.", "Something else.")));
    const [before, after] = [first, parsed].map(
      ({ document }) => exampleViews(document.content)[0]!,
    );
    expect(after!.uid).toBe(before!.uid);
    expect(after!.responses.map(({ uid }) => uid)).toEqual(before!.responses.map(({ uid }) => uid));
    expect(after!.messages[0]!.uid).toBe(before!.messages[0]!.uid);
  });

  it("follows a section that moved under another id", () => {
    const text = FIRST.replace("{#honest ", "{#truthful ");
    const { parsed, since } = carry(first, read(text));
    expect(uidOf(parsed, "Be honest")).toBe(uidOf(first, "Be honest"));
    expect(since.ledger).toEqual([
      { kind: "renamed", from: "honest", to: "truthful", release: "2", revision: null },
    ]);
    expect(resolve(parsed.document.ledger, "honest").successors).toEqual(["truthful"]);
  });

  it("says that a section was given up", () => {
    const { parsed } = carry(first, read(FIRST.slice(0, FIRST.indexOf("\n\n## Be short"))), null);
    expect(parsed.document.ledger).toMatchObject([{ kind: "retired", id: "short", release: null }]);
  });

  it("keeps the ledger that was there before", () => {
    const ledger = [
      { kind: "retired", id: "old", reason: "x", release: "0", revision: null },
    ] as const;
    const before = { ...first.document, ledger: [...ledger] };
    expect(carryIdentities(before, read(FIRST), "2").parsed.document.ledger).toEqual(ledger);
  });

  it("gives no two blocks one identity, also when the next version counts like the one before", () => {
    const counted = () => {
      let count = 0;
      return () => `u${(count += 1)}`;
    };
    const before = parse(FIRST, { mint: counted() });
    const more = `# First {#first}\n\nBefore all others.\n\n${FIRST}`;
    const { parsed } = carry(before, parse(more, { mint: counted() }));
    const uids: string[] = [];
    walk(parsed.document.content, ({ attrs }) => {
      if (typeof attrs?.["uid"] === "string") uids.push(attrs["uid"]);
    });
    expect(new Set(uids).size).toBe(uids.length);
    expect(uidOf(parsed, "Say what")).toBe(uidOf(before, "Say what"));
  });
});

describe.skipIf(corpus.length < 3)("carryIdentities through the real releases", () => {
  const chain: { name: string; parsed: Parsed }[] = [];
  for (const { name, files } of corpus) {
    const fresh = parse(files, { mint: mintUid });
    const before = chain.at(-1)?.parsed;
    const parsed = before ? carryIdentities(before.document, fresh, name).parsed : fresh;
    chain.push({ name, parsed });
  }

  it("keeps the bytes of every release", () => {
    for (const [index, { parsed }] of chain.entries()) {
      expect(print(parsed.document, parsed.source)).toEqual(corpus[index]!.files);
    }
  });

  it("keeps the uid of every section that persists, by its id or its new id", () => {
    const uids = chain.map(({ parsed }) => uidsById(parsed.document));
    for (const step of [1, 2]) {
      const { ledger } = chain[step]!.parsed.document;
      const labels = corpus.map(({ name }) => name);
      for (const [id, uid] of uids[step - 1]!) {
        if (uids[step]!.has(id)) expect(`${id} ${uids[step]!.get(id)}`).toBe(`${id} ${uid}`);
        else expect(resolve(ledger, id, labels[step - 1], labels).trail, id).not.toEqual([]);
      }
    }
  });

  it("has the renames of September in its ledger", () => {
    const { ledger } = chain[2]!.parsed.document;
    expect(ledger).toContainEqual({
      kind: "renamed",
      from: "protect_privileged_messages",
      to: "protect_privileged_information",
      release: chain[2]!.name,
      revision: null,
    });
    expect(ledger.every(({ release }) => release === chain[2]!.name)).toBe(true);
  });

  it("knows nearly everything again from February to April", () => {
    const [february, april] = chain;
    const old = new Set(february!.parsed.lines.keys());
    const now = [...april!.parsed.lines.keys()];
    const known = now.filter((uid) => old.has(uid)).length;
    expect(known / now.length).toBeGreaterThan(0.99);
  });

  it("is stable: carried again, nothing changes", () => {
    const [, april, september] = chain;
    const again = carryIdentities(april!.parsed.document, september!.parsed, "x").parsed.document;
    expect(again.content).toEqual(september!.parsed.document.content);
    expect(diffDocuments(again, september!.parsed.document).changes).toEqual([]);
  });
});

function uidsById({ content }: SpecDocument): Map<string, string> {
  return new Map([...sectionTree(content).byId].map(([id, section]) => [id, section.uid ?? ""]));
}
