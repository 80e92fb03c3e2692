import { Awareness } from "y-protocols/awareness";

type LocalState = Record<string, unknown>;

/** The server takes ten changes of presence a second; carets move faster than that when one types. */
const PAUSE_MS = 120;

/** Presence that tells where one is at once, and then at most every 120 ms, the last place always. */
export class CalmAwareness extends Awareness {
  // Only declared: the constructor above sets a first state before fields of this class would be there.
  declare private next: LocalState | null | undefined;
  declare private timer: ReturnType<typeof setTimeout> | null | undefined;

  override getLocalState(): LocalState | null {
    return this.next ?? super.getLocalState();
  }

  override setLocalState(state: LocalState | null): void {
    if (state === null) {
      this.#stop();
      super.setLocalState(null);
    } else if (!this.timer) {
      super.setLocalState(state);
      this.timer = setTimeout(() => this.#flush(), PAUSE_MS);
    } else this.next = state;
  }

  override destroy(): void {
    this.#stop();
    super.destroy();
  }

  #flush(): void {
    const next = this.next;
    this.#stop();
    if (next) this.setLocalState(next);
  }

  #stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.next = null;
  }
}
