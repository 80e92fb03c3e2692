import { log } from "@/lib/log";
import type { RoomTurns } from "./room-turns";
import type { LoadedDraft, Storage } from "./storage";

export interface SnapshotPlan {
  every?: number | undefined;
  afterMs?: number | undefined;
}

const EVERY = 1_000;
const AFTER_MS = 5 * 60_000;
const AFTER_OPENING_MS = 500;
/** So many updates make an opening slow enough to be worth a snapshot of its own. */
const LONG = 200n;

/** When a room keeps its state as a snapshot, so that the next opening has little to read. */
export class RoomSnapshots {
  private seq: bigint;
  private timer: NodeJS.Timeout | undefined;
  private saving: Promise<unknown> = Promise.resolve();
  private isOver = false;

  private readonly epoch: number;

  constructor(
    private readonly specId: string,
    private readonly storage: Storage,
    private readonly turns: Pick<RoomTurns, "seq" | "document" | "settle">,
    private readonly plan: SnapshotPlan,
    { epoch, seq, snapshotSeq }: LoadedDraft,
  ) {
    this.epoch = epoch;
    this.seq = snapshotSeq;
    // The next opening should not have to read so much again; this one should not have to wait for it.
    if (seq - snapshotSeq >= LONG || snapshotSeq === 0n) this.planIn(AFTER_OPENING_MS);
  }

  /** Whether there is something that the newest snapshot does not hold. */
  get isDue(): boolean {
    return this.turns.seq > this.seq;
  }

  /** Called after each turn of the room. */
  look(): void {
    if (!this.isDue) return;
    if (Number(this.turns.seq - this.seq) >= (this.plan.every ?? EVERY)) this.keep();
    else this.planIn(this.plan.afterMs ?? AFTER_MS);
  }

  /** Keeps the state of this moment. One that fails is tried again after the next changes. */
  keep(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { specId, epoch } = this;
    const { seq } = this.turns;
    const before = this.seq;
    const state = this.turns.document.state();
    this.seq = seq;
    this.saving = this.storage.saveSnapshot(specId, epoch, seq, state).catch((error) => {
      log().warn({ err: error, specId }, "sync: snapshot not kept");
      if (this.seq === seq) this.seq = before;
    });
  }

  /** The snapshot that is being kept. */
  async kept(): Promise<void> {
    await this.saving;
  }

  stop(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private planIn(ms: number): void {
    this.timer ??= setTimeout(
      () => void this.turns.settle().then(() => !this.isOver && this.keep()),
      ms,
    );
  }
}
