import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { whenIdle } from "../index/when-idle";

/** Blocks that are laid out in one go: a few milliseconds, so that key presses come between. */
const AT_ONCE = 24;

/**
 * Lets the browser lay out every block once, a few at a time while nothing else is to be done.
 *
 * Blocks out of sight have no layout (`editor.css`); until each was laid out once, the browser guesses how
 * tall they are, and the scroll bar, the margin and jumps of the outline are a little off.
 */
export const KnownHeights = Extension.create({
  name: "knownHeights",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("knownHeights"),
      view: (view) =>
        typeof CSS !== "undefined" && CSS.supports("content-visibility", "auto")
          ? new Walk(view)
          : {},
    }),
  ],
});

class Walk {
  // A sheet of its own: an attribute on a block would be a change of the text to the editor.
  readonly #sheet = new CSSStyleSheet();
  readonly #observer: ResizeObserver;
  #width = 0;
  #cancel: () => void = () => undefined;

  constructor(private readonly view: EditorView) {
    document.adoptedStyleSheets.push(this.#sheet);
    this.#observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      // Heights follow from the width alone.
      if (width === this.#width) return;
      this.#width = width;
      this.#go(0);
    });
    this.#observer.observe(view.dom);
  }

  destroy(): void {
    this.#cancel();
    this.#observer.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.#sheet,
    );
  }

  #go(from: number): void {
    this.#cancel();
    if (from >= this.view.dom.childElementCount) return this.#sheet.replaceSync("");
    this.#cancel = whenIdle(() => {
      const range = `:nth-child(n + ${from + 1}):nth-child(-n + ${from + AT_ONCE})`;
      this.#sheet.replaceSync(`.ed-text > ${range} { content-visibility: visible; }`);
      // The browser remembers a height at the end of a frame.
      const frame = requestAnimationFrame(() => {
        const next = setTimeout(() => this.#go(from + AT_ONCE));
        this.#cancel = () => clearTimeout(next);
      });
      this.#cancel = () => cancelAnimationFrame(frame);
    }, 2000);
  }
}
