import * as Y from "yjs";
import { carryWords, type Carried } from "@/lib/draft/moved/carry-words";
import { TAKE_BACK, takeBackCopies } from "@/lib/draft/moved/take-back-copies";

/** For how long after it was saved something may still be unknown to somebody who moves it. */
const YOUNG_MS = 20_000;

export interface OwnWordsOptions {
  /** Whether everything written here is on the server. */
  isSaved: () => boolean;
  onCarried: (carried: Carried) => void;
}

/**
 * Looks after what one wrote a moment ago: when somebody moves the block it stands in without having seen
 * it, it is carried into the moved block (`lib/draft/moved`); when the block is gone, it is told.
 *
 * @returns How to stop.
 */
export function watchOwnWords(ydoc: Y.Doc, { isSaved, onCarried }: OwnWordsOptions): () => void {
  const young = new YoungWords(ydoc);
  const changed = (change: Y.Transaction) => {
    if (change.local) {
      young.note(change);
      if (change.origin !== TAKE_BACK) return;
    } else if (isSaved()) young.forgetOld();
    const mayMatter = change.origin === TAKE_BACK || !young.isEmpty;
    if (mayMatter && change.deleteSet.clients.size > 0) {
      const own = change.origin === TAKE_BACK ? young.hasWithCopies : young.has;
      const carried = carryWords(change, own);
      if (carried.into.length + carried.stranded.length > 0) onCarried(carried);
    }
    if (!change.local) takeBackCopies(change);
  };
  ydoc.on("afterTransaction", changed);
  return () => ydoc.off("afterTransaction", changed);
}

interface Stretch {
  from: number;
  to: number;
  at: number;
}

/** What was written here a moment ago, as stretches of one's own clock. */
class YoungWords {
  #written: Stretch[] = [];

  constructor(private readonly ydoc: Y.Doc) {}

  get isEmpty(): boolean {
    return this.#written.length === 0;
  }

  readonly has = (client: number, clock: number): boolean =>
    client === this.ydoc.clientID &&
    this.#written.some(({ from, to }) => clock >= from && clock < to);

  /** The same, and the words of blocks that one moved: one of them may be young in its copy. */
  readonly hasWithCopies = (client: number, clock: number): boolean => {
    if (client !== this.ydoc.clientID) return false;
    const struct: unknown = Y.getItem(this.ydoc.store, Y.createID(client, clock));
    return (
      this.has(client, clock) ||
      (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
    );
  };

  /** What a move inserts is no new text: its blocks are those that it takes away. */
  note({ beforeState, afterState, deleteSet }: Y.Transaction): void {
    const { clientID } = this.ydoc;
    const from = beforeState.get(clientID) ?? 0;
    const to = afterState.get(clientID) ?? 0;
    if (to === from || this.#isMove({ from, to }, deleteSet)) return;
    this.#written.push({ from, to, at: performance.now() });
  }

  forgetOld(): void {
    const before = performance.now() - YOUNG_MS;
    if (this.#written[0] && this.#written[0].at < before) {
      this.#written = this.#written.filter(({ at }) => at >= before);
    }
  }

  #isMove(
    { from, to }: { from: number; to: number },
    deleted: Y.Transaction["deleteSet"],
  ): boolean {
    if (deleted.clients.size === 0) return false;
    const structs = this.ydoc.store.clients.get(this.ydoc.clientID) ?? [];
    return structs.some(
      (struct) =>
        struct.id.clock >= from &&
        struct.id.clock < to &&
        struct instanceof Y.Item &&
        struct.content instanceof Y.ContentType &&
        struct.content.type instanceof Y.XmlElement,
    );
  }
}
