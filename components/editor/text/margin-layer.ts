import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { LEVEL_CLASS } from "@/components/authority/level-look";
import { levelOf, type AuthorityLevel } from "@/lib/spec/levels";
import type { Finding } from "@/lib/spec/lint/rule";
import type { IndexStore } from "../index/index-store";
import { h } from "../views/dom";

export interface MarginOptions {
  levels: () => readonly AuthorityLevel[];
  index: IndexStore;
  onOpen: (uid: string, anchor: Element) => void;
}

/** How long after the last change bars and hints are drawn anew; that they move with the text is instant. */
const REST_MS = 120;

/**
 * What stands beside the text: the bar of each clause in the style of its authority, and the hints of the
 * linter. A layer of its own and no decorations: a decoration for each of a thousand blocks costs two
 * milliseconds at every key press, because each block looks through all of them.
 */
export function marginLayer(options: MarginOptions) {
  return Extension.create({
    name: "marginLayer",
    addProseMirrorPlugins: () => [
      new Plugin({ key: new PluginKey("marginLayer"), view: (view) => new Margin(view, options) }),
    ],
  });
}

/** The browser tells so when it begins or ends to lay out a block (`styles/page.css`). */
const SEEN = "contentvisibilityautostatechange";

/** Something in the margin, from the top of one block to the bottom of another. */
interface Mark {
  element: HTMLElement;
  from: HTMLElement;
  to: HTMLElement | null;
}

class Margin {
  readonly #layer = h("div", { class: "ed-margin" });
  readonly #observer = new ResizeObserver(() => this.#place());
  readonly #stop: () => void;
  #bars: Mark[] = [];
  #hints: Mark[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #frame = 0;
  #shown: readonly Finding[] = [];
  #levels: readonly AuthorityLevel[] = [];

  constructor(
    private readonly view: EditorView,
    private readonly options: MarginOptions,
  ) {
    view.dom.parentElement?.append(this.#layer);
    this.#observer.observe(view.dom);
    view.dom.addEventListener(SEEN, this.#placeSoon);
    this.#stop = options.index.subscribe(() => {
      const isNew = options.levels() !== this.#levels;
      if (isNew || options.index.findings() !== this.#shown) this.#later();
    });
    this.#later();
  }

  update(view: EditorView, before: { doc: Node }): void {
    if (view.state.doc !== before.doc) this.#later();
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.view.dom.removeEventListener(SEEN, this.#placeSoon);
    this.#observer.disconnect();
    this.#stop();
    this.#layer.remove();
  }

  /** Blocks that came into sight have their true height from now on, and those below them another place. */
  readonly #placeSoon = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  };

  #later(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.view.isDestroyed) return;
      this.#shown = this.options.index.findings();
      this.#levels = this.options.levels();
      this.#bars = this.#drawBars();
      this.#hints = this.#drawHints();
      this.#layer.replaceChildren(...[...this.#bars, ...this.#hints].map(({ element }) => element));
      this.#place();
    }, REST_MS);
  }

  #block(index: number): HTMLElement | null {
    return (this.view.dom.children[index] as HTMLElement | undefined) ?? null;
  }

  #drawBars(): Mark[] {
    const { doc } = this.view.state;
    const bars: Mark[] = [];
    doc.forEach((node, _pos, index) => {
      const from = this.#block(index);
      if (node.type.name !== "heading") {
        const open = bars.at(-1);
        if (open && open.to !== CLOSED) open.to = from;
        return;
      }
      const last = bars.at(-1);
      if (last && last.to === null) last.to = last.from;
      const authority = node.attrs["authority"] as string | null;
      if (authority === null || !from) {
        bars.push({ element: h("i"), from: from ?? this.view.dom, to: CLOSED });
        return;
      }
      const { colour, shape } = levelOf(authority, this.#levels);
      const element = h("i", {
        class: `ed-bar ${LEVEL_CLASS[colour]}`,
        "data-shape": shape,
        "aria-hidden": "true",
      });
      bars.push({ element, from, to: null });
    });
    return bars.filter(({ to }) => to !== CLOSED);
  }

  #drawHints(): Mark[] {
    const byUid = new Map<string, Finding[]>();
    for (const finding of this.#shown) {
      if (finding.uid === null || finding.prompts !== null) continue;
      byUid.set(finding.uid, [...(byUid.get(finding.uid) ?? []), finding]);
    }
    const hints: Mark[] = [];
    if (byUid.size === 0) return hints;
    this.view.state.doc.forEach((block, _pos, index) => {
      const from = this.#block(index);
      const found = findingsIn(block, byUid);
      if (!from || found.length === 0) return;
      const uid = String(block.attrs["uid"]);
      hints.push({ element: hint(uid, found, this.options.onOpen), from, to: null });
    });
    return hints;
  }

  /** Moves the marks to where their blocks are now. Reads first, writes then: one layout for all. */
  #place(): void {
    // Blocks tell where they are in the text; the text stands a little below the top of the page.
    const origin = this.view.dom.offsetTop;
    const places = [...this.#bars, ...this.#hints].map(({ element, from, to }) => {
      const top = from.offsetTop;
      return { element, top, height: to ? to.offsetTop + to.offsetHeight - top : null };
    });
    this.#layer.style.top = `${origin}px`;
    for (const { element, top, height } of places) {
      element.style.top = `${top}px`;
      if (height !== null) element.style.height = `${height}px`;
    }
  }
}

/** Marks the place of a section without a bar while bars are collected. */
const CLOSED = {} as HTMLElement;

/** Findings of a block of the text and of all inside it. */
function findingsIn(block: Node, byUid: ReadonlyMap<string, Finding[]>): Finding[] {
  const found = [...(byUid.get(block.attrs["uid"] as string) ?? [])];
  if (block.isTextblock) return found;
  block.descendants((node) => {
    const uid = node.attrs["uid"] as string | undefined;
    if (uid) found.push(...(byUid.get(uid) ?? []));
    return !node.isTextblock;
  });
  return found;
}

function hint(
  uid: string,
  findings: readonly Finding[],
  onOpen: (uid: string, anchor: Element) => void,
): HTMLElement {
  const gravest = (["error", "warning", "hint"] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  const words = findings.map(({ message }) => message).join(" ");
  const button = h("button", {
    type: "button",
    class: "ed-lint",
    "data-severity": gravest ?? "hint",
    tabindex: "-1",
    "aria-label": `${findings.length} to look at: ${words}`,
    title: words,
  });
  button.textContent =
    findings.length > 1 ? String(findings.length) : gravest === "hint" ? "i" : "!";
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => onOpen(uid, button));
  return button;
}
