import { DraftMoved } from "@/lib/data/draft-store";
import type { RoomSaving } from "./room-saving";
import type { Edit, LoadedDraft, Storage } from "./storage";

const READ_AT_ONCE = 1_000;

/** The log of a draft as a room knows it: how far it has read, and how far the log is known to go. */
export class RoomLog {
  private reached: bigint;
  private known: bigint;
  private readonly epoch: number;

  constructor(
    private readonly specId: string,
    private readonly storage: Storage,
    private readonly saving: RoomSaving,
    loaded: LoadedDraft,
  ) {
    this.epoch = loaded.epoch;
    this.reached = this.known = loaded.seq;
  }

  /** Place that the document of the room has reached. */
  get seq(): bigint {
    return this.reached;
  }

  get isBehind(): boolean {
    return this.known > this.reached;
  }

  /** The log has reached a place, as another process says. */
  hear(seq: bigint): void {
    if (seq > this.known) this.known = seq;
  }

  /** @throws DraftMoved */
  async lookUp(): Promise<void> {
    const head = await this.saving.insist(() => this.storage.findHead(this.specId));
    if (!head || head.epoch !== this.epoch) throw new DraftMoved("The draft was replaced.");
    this.hear(head.seq);
  }

  /** Reads on to the end. @returns What others appended, oldest first. */
  async readOn(): Promise<Uint8Array[]> {
    const updates = await this.read(this.reached, this.known);
    this.reach(this.known);
    return updates;
  }

  /**
   * Appends edits. @returns What others appended before them and this room had not read; it comes first.
   *
   * @throws DraftMoved
   */
  async append(edits: readonly Edit[]): Promise<Uint8Array[]> {
    const { specId, epoch, storage } = this;
    const last = await this.saving.insist(() => storage.append(specId, epoch, edits));
    const before = last - BigInt(edits.length);
    const others = await this.read(this.reached, before);
    this.reach(last);
    return others;
  }

  /**
   * Loads the draft once more.
   *
   * @returns It, and what others appended that this room had not read.
   * @throws DraftMoved
   */
  async reload(): Promise<{ loaded: LoadedDraft; others: Uint8Array[] }> {
    const loaded = await this.saving.insist(async () => {
      const draft = await this.storage.load(this.specId);
      if (!draft || draft.epoch !== this.epoch) throw new DraftMoved("The draft was replaced.");
      return draft;
    });
    const others = await this.read(this.reached, loaded.seq);
    this.reach(loaded.seq);
    return { loaded, others };
  }

  private reach(seq: bigint): void {
    if (seq > this.reached) this.reached = seq;
    this.hear(seq);
  }

  private async read(after: bigint, upTo: bigint): Promise<Uint8Array[]> {
    const updates: Uint8Array[] = [];
    for (let reached = after; reached < upTo;) {
      const rows = await this.saving.insist(() =>
        this.storage.listAfter(this.specId, this.epoch, reached, READ_AT_ONCE),
      );
      const next = rows.filter(({ seq }) => seq <= upTo);
      if (next.length === 0) throw new DraftMoved("The log ends before its head.");
      updates.push(...next.map(({ update }) => update));
      reached = next.at(-1)!.seq;
    }
    return updates;
  }
}
