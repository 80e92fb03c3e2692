import { expect, it } from "vitest";
import * as Y from "yjs";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { getStoredDraft } from "@/lib/data/draft-log";
import { draftParts } from "@/lib/draft/draft-parts";
import { readDraft } from "@/lib/draft/read-draft";
import type { Actor } from "@/lib/policy/actor";
import { clause, example, p, spec, strong, user } from "@/lib/spec/builders";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { member } from "@/lib/testing/people";
import type { Editor } from "./testing/editor";
import { seededRandom } from "./testing/seeded-random";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

// The quick form of QUALITY's convergence property and of F8; `npm run soak` has thousands of seeds.
const SEEDS = Number(process.env.SOAK_SEEDS ?? 6);
const STEPS = Number(process.env.SOAK_STEPS ?? 60);
const FIRST = Number(process.env.FC_SEED ?? 1);

const sync = useSync({ snapshots: { every: 40 } });

const TEXT = spec(
  clause("honest", "Be honest", p("Say ", strong("what"), " is true."), "And no more."),
  clause("kind", "Be kind", "Help where you can."),
  clause("careful", "Be careful", "Think first."),
  example("Asked", user("Is it true?")),
);

/** One person's hands. */
class Hands {
  private readonly undo: Y.UndoManager;
  private uids = 0;

  constructor(
    readonly editor: Editor,
    private readonly name: string,
    private readonly random: () => number,
  ) {
    this.undo = new Y.UndoManager(this.content, {
      trackedOrigins: new Set([this]),
      captureTimeout: 0,
    });
  }

  private get content(): Y.XmlFragment {
    return draftParts(this.editor.ydoc).content;
  }

  act(): void {
    const acts = [
      this.write,
      this.write,
      this.erase,
      this.mark,
      this.add,
      this.move,
      this.remove,
      this.again,
      this.wire,
    ];
    const act = acts[Math.floor(this.random() * acts.length)]!;
    this.editor.ydoc.transact(() => act.call(this), this);
  }

  private pick(length: number): number {
    return Math.floor(this.random() * length);
  }

  private block(): Y.XmlElement | null {
    const block = this.content.length > 0 ? this.content.get(this.pick(this.content.length)) : null;
    return block instanceof Y.XmlElement ? block : null;
  }

  private text(): Y.XmlText | null {
    const inner = this.block()
      ?.toArray()
      .find((child) => child instanceof Y.XmlText);
    return inner instanceof Y.XmlText ? inner : null;
  }

  private write(): void {
    const text = this.text();
    text?.insert(this.pick(text.length + 1), `${this.name}${this.pick(100)} `);
  }

  private erase(): void {
    const text = this.text();
    if (text && text.length > 2) text.delete(this.pick(text.length - 1), 1);
  }

  private mark(): void {
    const text = this.text();
    const isProse = (text?.parent as Y.XmlElement | null)?.nodeName === "paragraph";
    if (text && isProse && text.length > 3) {
      text.format(this.pick(text.length - 2), 2, { em: this.random() < 0.5 ? {} : null });
    }
  }

  private add(): void {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.setAttribute("uid", `${this.name}-${(this.uids += 1)}`);
    paragraph.insert(0, [new Y.XmlText(`New by ${this.name}.`)]);
    this.content.insert(this.pick(this.content.length + 1), [paragraph]);
  }

  /** As an editor moves a clause: it goes, and comes again elsewhere with its identity. */
  private move(): void {
    if (this.content.length < 2) return;
    const from = this.pick(this.content.length);
    const block = this.content.get(from) as Y.XmlElement;
    if (block.nodeName !== "heading") return;
    const copy = block.clone();
    this.content.delete(from, 1);
    this.content.insert(this.pick(this.content.length + 1), [copy as Y.XmlElement]);
  }

  private remove(): void {
    if (this.content.length < 4) return;
    const at = this.pick(this.content.length);
    if ((this.content.get(at) as Y.XmlElement).nodeName === "paragraph") this.content.delete(at, 1);
  }

  private again(): void {
    if (this.random() < 0.7) this.undo.undo();
    else this.undo.redo();
  }

  private wire(): void {
    const { provider } = this.editor;
    if (this.random() < 0.3) (provider.ws as unknown as { terminate(): void } | null)?.terminate();
    else if (provider.shouldConnect) this.editor.disconnect();
    else provider.connect();
  }
}

const headingIds = (ydoc: Y.Doc) =>
  readDraft(ydoc, []).content.flatMap((block) =>
    block.type === "heading" ? [block.attrs.id] : [],
  );

it.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))(
  "whatever several people do and however their lines break, all end with one valid text: seed %i",
  async (seed) => {
    const random = seededRandom(seed);
    const { specId, author } = await newSpec(TEXT);
    const people: Actor[] = [author];
    while (people.length < 3 + (seed % 3)) people.push(await member(specId, "editor"));
    const editors = await Promise.all(people.map((who) => sync.open(who, specId)));
    await Promise.all(editors.map((editor) => editor.saved()));
    const hands = editors.map((editor, index) => new Hands(editor, "abcde"[index]!, random));
    for (let step = 0; step < STEPS; step += 1) {
      hands[Math.floor(random() * hands.length)]!.act();
      // Lets the network have its turn now and then.
      if (random() < 0.3) await new Promise((resolve) => setImmediate(resolve));
    }
    for (const { provider } of editors) provider.connect();
    await Promise.all(editors.map((editor) => editor.saved()));
    const { document } = await getDraftMoment(db(), specId);
    const wanted = canonicalJson(document.content);
    await Promise.all(editors.map((editor) => editor.when(() => editor.canonical() === wanted)));
    for (const { ydoc, closes } of editors) {
      expect(ydoc.store.pendingStructs).toBeNull();
      expect(closes.filter((code) => code >= 4_400)).toEqual([]);
      expect(ydoc.getArray("ledger").length).toBe(0);
    }
    const { snapshot, updates } = await getStoredDraft(db(), specId);
    const replica = new Y.Doc();
    if (snapshot) Y.applyUpdateV2(replica, snapshot);
    Y.applyUpdate(replica, Y.mergeUpdates(updates.length > 0 ? updates : [new Uint8Array([0, 0])]));
    expect(canonicalJson(readDraft(replica, []).content)).toBe(wanted);
    for (const id of ["honest", "kind", "careful"]) expect(headingIds(replica)).toContain(id);
  },
);
