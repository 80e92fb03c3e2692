import type { Connection } from "./connection";
import type { AwarenessEntry } from "./frames";
import type { RoomAudience } from "./room-audience";
import type { RoomPresence } from "./room-presence";

const CURSORS_EVERY_MS = 80;
const PEOPLE_EVERY_MS = 1_000;

/** Tells the people in a room who is there and where, soon and all at once, and not more often than helps. */
export class RoomTelling {
  private cursorTimer: NodeJS.Timeout | undefined;
  private peopleTimer: NodeJS.Timeout | undefined;
  /** The list of people that everybody has who was there when it was told. */
  private toldPeople = "";
  private readonly newcomers = new Set<Connection>();

  /** Hears of cursors that moved here, to tell other processes. */
  movedHere: ((entries: readonly AwarenessEntry[]) => void) | null = null;

  /** @param told Called when presence here may have changed. */
  constructor(
    private readonly presence: RoomPresence,
    private readonly audience: RoomAudience,
    private readonly told: () => void,
  ) {}

  /** Somebody new has no list yet; it comes with the next telling. */
  welcome(connection: Connection): void {
    this.newcomers.add(connection);
    this.soon();
  }

  leave(connection: Connection): void {
    this.newcomers.delete(connection);
    this.soon();
  }

  /** Something changed. */
  soon(): void {
    this.cursorTimer ??= setTimeout(() => {
      this.cursorTimer = undefined;
      this.tell();
    }, CURSORS_EVERY_MS);
  }

  stop(): void {
    clearTimeout(this.cursorTimer);
    clearTimeout(this.peopleTimer);
  }

  private tell(): void {
    const moved = this.presence.takeMoved();
    this.audience.showEntries(moved);
    this.tellPeople();
    this.told();
    this.movedHere?.(moved);
  }

  /**
   * The list grows with the people and goes to all of them, so it is told at once and then in its time. When
   * a hundred come back together, each gets it twice and not a hundred times.
   */
  private tellPeople(): void {
    if (this.peopleTimer) return;
    const people = this.presence.people();
    const now = JSON.stringify(people);
    if (now !== this.toldPeople) this.audience.say({ type: "people", people });
    else for (const connection of this.newcomers) connection.say({ type: "people", people });
    if (now === this.toldPeople && this.newcomers.size === 0) return;
    this.toldPeople = now;
    this.newcomers.clear();
    this.peopleTimer = setTimeout(() => {
      this.peopleTimer = undefined;
      this.tellPeople();
    }, PEOPLE_EVERY_MS);
  }
}
