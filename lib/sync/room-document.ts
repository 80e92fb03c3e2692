import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { SectionWatch } from "@/lib/draft/touched-sections";
import { applyUpdate } from "@/lib/draft/update/apply-update";
import { checkUpdate, type UpdateFacts } from "@/lib/draft/update/check-update";
import { UpdateRefused } from "@/lib/draft/update/update-refused";
import type { LoadedDraft } from "./storage";

/** How large a draft may become (QUALITY T9). The Model Spec has 0.4 MB and 9,000 pieces. */
export interface Budget {
  bytes: number;
  pieces: number;
}

const BUDGET: Budget = { bytes: 5_000_000, pieces: 200_000 };

const NEARLY = 0.8;

/** What became of a change that was accepted. */
export interface Accepted {
  /** What to store and tell others; null when the document had it all already. */
  update: Uint8Array | null;
  touched: string[];
}

/**
 * The shared document of a room, at a place in the log.
 *
 * Yjs throws the text of deleted pieces away here (`gc`): any earlier moment is rebuilt from an older
 * snapshot and the log, which keeps everything, so tombstones with their text would only make this
 * process and every opening heavier.
 */
export class RoomDocument {
  readonly ydoc = new Y.Doc({ gc: true });
  private readonly watch: SectionWatch;
  /** Upper bounds, made exact by `measure`. */
  private bytes = 0;
  private pieces = 0;

  constructor(
    { snapshot, updates }: Pick<LoadedDraft, "snapshot" | "updates">,
    private readonly budget: Budget = BUDGET,
  ) {
    const { ydoc } = this;
    draftParts(ydoc);
    // One transaction: Yjs tidies up once and not after each of thousands of updates.
    ydoc.transact(() => {
      if (snapshot) Y.applyUpdateV2(ydoc, snapshot);
      for (const update of updates) Y.applyUpdate(ydoc, update);
    });
    if (ydoc.store.pendingStructs || ydoc.store.pendingDs) {
      throw new Error("The stored draft is incomplete.");
    }
    this.watch = new SectionWatch(ydoc);
    this.measure((snapshot?.byteLength ?? 0) + sum(updates));
  }

  /** @throws UpdateRefused; the document is unchanged. */
  check(update: Uint8Array): UpdateFacts {
    const facts = checkUpdate(this.ydoc, update);
    const isTooLarge =
      this.pieces + facts.pieces > this.budget.pieces ||
      this.bytes + update.byteLength > this.budget.bytes;
    // Deleting must stay possible in a draft that is full.
    if (isTooLarge && facts.clients.length > 0) this.requireRoom(facts, update);
    return facts;
  }

  /**
   * Applies what `check` let through.
   *
   * @param isAnswer Whether it is a client's answer to a sync step: that repeats all deletions there ever
   *   were, so what is new in it is taken out.
   * @throws UpdateRefused; the document is spoiled then.
   */
  accept(update: Uint8Array, facts: UpdateFacts, isAnswer: boolean): Accepted {
    if (facts.changesNothing) return { update: null, touched: [] };
    let kept: Uint8Array | null = isAnswer ? null : update;
    const note = (emitted: Uint8Array) => (kept = emitted);
    if (isAnswer) this.ydoc.once("update", note);
    try {
      applyUpdate(this.ydoc, update, facts, "accepted");
    } finally {
      this.ydoc.off("update", note);
    }
    this.grow(facts.pieces, (kept as Uint8Array | null)?.byteLength ?? 0);
    return { update: kept, touched: this.watch.take() };
  }

  /** Takes over what is in the log already. */
  follow(updates: readonly Uint8Array[]): void {
    this.ydoc.transact(() => updates.forEach((update) => Y.applyUpdate(this.ydoc, update)));
    this.watch.take();
    this.grow(updates.length * 2, sum(updates));
  }

  /** The whole state, version 2. */
  state(): Uint8Array {
    const state = Y.encodeStateAsUpdateV2(this.ydoc);
    this.measure(state.byteLength);
    return state;
  }

  get isNearlyFull(): boolean {
    return this.bytes > this.budget.bytes * NEARLY || this.pieces > this.budget.pieces * NEARLY;
  }

  close(): void {
    this.watch.stop();
    this.ydoc.destroy();
  }

  private requireRoom(facts: UpdateFacts, update: Uint8Array): void {
    this.state();
    if (
      this.pieces + facts.pieces > this.budget.pieces ||
      this.bytes + update.byteLength > this.budget.bytes
    ) {
      throw new UpdateRefused("too-large", "would make the spec too large");
    }
  }

  private grow(pieces: number, bytes: number): void {
    this.pieces += pieces;
    this.bytes += bytes;
  }

  private measure(bytes: number): void {
    this.bytes = bytes;
    this.pieces = 0;
    for (const structs of this.ydoc.store.clients.values()) this.pieces += structs.length;
  }
}

const sum = (updates: readonly Uint8Array[]) =>
  updates.reduce((total, { byteLength }) => total + byteLength, 0);
