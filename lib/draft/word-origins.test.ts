import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  assistant,
  clause,
  compare,
  counter,
  example,
  good,
  p,
  section,
  spec,
  user,
} from "@/lib/spec/builders";
import type { BlockJson } from "@/lib/spec/block-json";
import { ensureUids } from "@/lib/spec/uid";
import { authoredBlocks, type SignedUpdate } from "./authored-blocks";
import { wordOrigins } from "./word-origins";
import { seedDraft, writeDraft } from "./write-draft";

const RELEASED = "The assistant says what it knows, and how sure it is of what it says.";
const NEWS = "When a source is missing, the assistant names the gap before it goes on.";

/** A draft that several people write one after the other, from a released text. */
class Draft {
  private readonly ydoc = new Y.Doc({ gc: false });
  private readonly base: Uint8Array;
  private readonly updates: SignedUpdate[] = [];
  private readonly mint = counter("w");

  constructor(...released: Parameters<typeof spec>) {
    Y.applyUpdate(this.ydoc, seedDraft(this.named(released)));
    this.base = Y.encodeStateAsUpdate(this.ydoc);
  }

  /** Blocks without a uid get a new one, as they do when they are pasted. */
  write(author: string, ...parts: Parameters<typeof spec>): this {
    const before = Y.encodeStateVector(this.ydoc);
    // Each person types under a number of their own, as browsers do.
    this.ydoc.clientID += 1;
    writeDraft(this.ydoc, this.named(parts));
    this.updates.push({
      update: Y.encodeStateAsUpdate(this.ydoc, before),
      authors: [author],
    });
    return this;
  }

  /** By the id of the section: who wrote words there, and which sections words were taken from. */
  origins() {
    const ydoc = new Y.Doc({ gc: false });
    Y.applyUpdate(ydoc, this.base);
    const before = authoredBlocks(ydoc, []);
    const { authors, takenFrom } = wordOrigins(before, authoredBlocks(ydoc, this.updates));
    const shown = (map: Map<string, Set<string>>) =>
      Object.fromEntries([...map].map(([key, set]) => [key, [...set].sort()]));
    return { authors: shown(authors), takenFrom: shown(takenFrom) };
  }

  private named(parts: Parameters<typeof spec>) {
    const blocks = (parts as (BlockJson | BlockJson[])[]).flat();
    const withIds = blocks.map((block) =>
      block.type === "heading"
        ? ({ ...block, attrs: { ...block.attrs, uid: block.attrs.id } } as BlockJson)
        : block,
    );
    return spec(...ensureUids(withIds, this.mint));
  }
}

/** A section of paragraphs; a paragraph that comes back word for word keeps its identity. */
const one = (...texts: string[]) => section("one", "One", ...texts.map(kept));
const two = (...texts: string[]) => section("two", "Two", ...texts.map(kept));
const kept = (text: string) => edited(text, text);
/** The same paragraph with other words. */
const edited = (before: string, text: string): BlockJson => ({
  ...p(text),
  attrs: { uid: `kept ${before.slice(0, 40)}` },
});
const pasted = (text: string) => p(text);

describe("who wrote the words of a section", () => {
  it("is whoever typed there", () => {
    const draft = new Draft(one(RELEASED), two("Second.")).write(
      "ana",
      one(RELEASED, NEWS),
      two("Second."),
    );
    expect(draft.origins()).toEqual({ authors: { one: ["ana"] }, takenFrom: {} });
  });

  it("stays its author when somebody else moves a paragraph into another section", () => {
    const { authors } = new Draft(one(RELEASED), two("Second."))
      .write("ana", one(RELEASED, NEWS), two("Second."))
      .write("ben", one(RELEASED), section("two", "Two", kept("Second."), pasted(NEWS)))
      .origins();
    expect(authors.two).toEqual(["ana", "ben"]);
  });

  it("is seen through words that the mover changed on the way", () => {
    const changed = NEWS.replace("names the gap", "states the gap");
    const { authors } = new Draft(one(RELEASED), two("Second."))
      .write("ana", one(RELEASED, NEWS), two("Second."))
      .write("ben", one(RELEASED), section("two", "Two", kept("Second."), pasted(changed)))
      .origins();
    expect(authors.two).toEqual(["ana", "ben"]);
  });

  it("is who changed one word of a released paragraph before it was moved", () => {
    const believed = RELEASED.replace("knows", "believes");
    const { authors } = new Draft(one(RELEASED, "Rest."), two("Second."))
      .write(
        "ana",
        section("one", "One", edited(RELEASED, believed), kept("Rest.")),
        two("Second."),
      )
      .write("ben", one("Rest."), section("two", "Two", kept("Second."), pasted(believed)))
      .origins();
    expect(authors.two).toEqual(["ana", "ben"]);
  });

  it("is seen when a sentence is carried into another paragraph", () => {
    const { authors } = new Draft(one(RELEASED), two("Second."))
      .write("ana", one(RELEASED, NEWS), two("Second."))
      .write(
        "ben",
        one(RELEASED),
        section("two", "Two", edited("Second.", `Second. ${NEWS} It waits for an answer.`)),
      )
      .origins();
    expect(authors.two).toEqual(["ana", "ben"]);
  });

  it("follows an example", () => {
    const tale = example(
      "a missing source",
      user("Where does this figure come from?"),
      compare(good("I do not know, and I will not guess. The report does not say.")),
    );
    const { authors } = new Draft(one(RELEASED), two("Second."))
      .write("ana", section("one", "One", kept(RELEASED), tale), two("Second."))
      .write(
        "ben",
        one(RELEASED),
        section(
          "two",
          "Two",
          kept("Second."),
          example(
            "where figures come from",
            user("Where does this figure come from?"),
            assistant("One moment."),
            compare(good("I do not know, and I will not guess. The report does not say.")),
          ),
        ),
      )
      .origins();
    expect(authors.two).toEqual(["ana", "ben"]);
  });

  it("follows the text when a section is split or joined around it", () => {
    const split = new Draft(one(RELEASED, "Rest."))
      .write("ana", one(RELEASED, NEWS, "Rest."))
      .write("ben", one(RELEASED), clause("new", "New", kept(NEWS), kept("Rest.")))
      .origins();
    expect(split.authors.new).toEqual(["ana", "ben"]);
    const joined = new Draft(one(RELEASED), two("Second."))
      .write("ana", one(RELEASED), two("Second.", NEWS))
      .write("ben", one(RELEASED, "Second.", NEWS))
      .origins();
    expect(joined.authors.one).toEqual(["ana"]);
  });

  it("is not who wrote released words that were moved as they are", () => {
    const { authors, takenFrom } = new Draft(one(RELEASED, "Rest."), two("Second."))
      .write("ana", one(RELEASED, "Rest, a little."), two("Second."))
      .write(
        "ben",
        one("Rest, a little."),
        section("two", "Two", kept("Second."), pasted(RELEASED)),
      )
      .origins();
    expect(authors.two).toEqual(["ben"]);
    expect(takenFrom).toEqual({});
  });

  it("may be who took words away before they were moved", () => {
    const shorter = "The assistant says how sure it is of what it says.";
    const { takenFrom } = new Draft(one(RELEASED, "Rest."), two("Second."))
      .write("ana", section("one", "One", edited(RELEASED, shorter), kept("Rest.")), two("Second."))
      .write("ben", one("Rest."), section("two", "Two", kept("Second."), pasted(shorter)))
      .origins();
    expect(takenFrom).toEqual({ two: ["one"] });
  });

  it("is not who uses the phrases of the released text", () => {
    const phrase = "The assistant says what it knows, and how it came to know of it in the end.";
    const { authors } = new Draft(one(RELEASED), two("Second."))
      .write(
        "ana",
        one(RELEASED, "The assistant says what it knows, and how sure others are."),
        two("Second."),
      )
      .write(
        "ben",
        one(RELEASED, "The assistant says what it knows, and how sure others are."),
        two("Second.", `Nobody asks for more than this: ${phrase}`),
      )
      .origins();
    expect(authors.two).toEqual(["ben"]);
  });

  it("is found again in what somebody brings back", () => {
    const { authors } = new Draft(one(RELEASED), two("Second."))
      .write("ana", one(RELEASED, NEWS), two("Second."))
      .write("cem", one(RELEASED), two("Second."))
      .write("ben", one(RELEASED), section("two", "Two", kept("Second."), pasted(NEWS)))
      .origins();
    expect(authors.two).toEqual(["ana", "ben"]);
  });
});
