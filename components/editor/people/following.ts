import type { Editor } from "@tiptap/core";
import type { DraftSession } from "../session/draft-session";
import { Store } from "../store";
import { placeOfCursor } from "./place-of-cursor";

/** Keeps the caret of somebody in sight, until one writes or scrolls oneself. */
export class Following {
  /** Id of the person whose caret the page follows. */
  readonly person = new Store<string | null>(null);

  constructor(
    private readonly session: DraftSession,
    private readonly editor: () => Editor | null,
  ) {}

  /** Begins to listen while an editor is open. Returns how to stop. */
  start(): () => void {
    const { awareness } = this.session;
    awareness.on("change", this.#keepInSight);
    window.addEventListener("wheel", this.stop, { passive: true });
    return () => {
      awareness.off("change", this.#keepInSight);
      window.removeEventListener("wheel", this.stop);
    };
  }

  follow(personId: string | null): void {
    this.person.set(personId);
    this.#keepInSight();
  }

  readonly stop = (): void => this.person.set(null);

  readonly #keepInSight = (): void => {
    const person = this.session.view().people.find(({ id }) => id === this.person.get());
    const editor = this.editor();
    if (!person || !editor) return;
    const states = this.session.awareness.getStates();
    for (const client of person.clients) {
      const head = (states.get(client)?.["cursor"] as { head?: unknown } | undefined)?.head;
      const pos = head ? placeOfCursor(editor, head) : null;
      if (pos === null) continue;
      const { top, bottom } = editor.view.coordsAtPos(pos);
      const isSeen = top > 160 && bottom < window.innerHeight - 80;
      if (!isSeen) window.scrollBy({ top: top - window.innerHeight / 3, behavior: "smooth" });
      return;
    }
  };
}
