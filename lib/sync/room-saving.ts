import { setTimeout as pause } from "node:timers/promises";
import { DraftMoved } from "@/lib/data/draft-store";
import { log } from "@/lib/log";

const AGAIN_AFTER_MS = [50, 100, 250, 500, 1_000, 2_000];

/** Whether the database takes what is written in a draft, and the patience to try until it does. */
export class RoomSaving {
  private isWell = true;
  private isOver = false;

  /** @param changed Told each time it begins or ceases to be so. */
  constructor(
    private readonly specId: string,
    private readonly changed: () => void,
  ) {}

  get isSaving(): boolean {
    return this.isWell;
  }

  hear(isSaving: boolean): void {
    if (this.isWell === isSaving) return;
    this.isWell = isSaving;
    this.changed();
  }

  /**
   * Tries until the database answers.
   *
   * @throws DraftMoved, what PostgreSQL refuses and always will, and anything once the room has ended.
   */
  async insist<T>(work: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        const result = await work();
        this.hear(true);
        return result;
      } catch (error) {
        if (error instanceof DraftMoved || this.isOver || isHopeless(error)) throw error;
        if (failures === 0) log().warn({ err: error, specId: this.specId }, "sync: not saving");
        this.hear(false);
        await pause(AGAIN_AFTER_MS[Math.min(failures, AGAIN_AFTER_MS.length - 1)]);
      }
    }
  }

  /** The room has ended: nothing is tried again. */
  end(): void {
    this.isOver = true;
  }
}

/** Whether PostgreSQL refuses what was asked (data, integrity, grammar), so that it always will. */
function isHopeless(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && /^(22|23|42)[0-9A-Z]{3}$/.test(code);
}
