import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { LEVEL_CLASS } from "@/components/authority/level-look";
import { levelOf } from "@/lib/spec/levels";
import { BaseView } from "./base-view";
import { chrome, h, tool } from "./dom";
import type { ViewHost } from "./view-host";

/** A heading with the authority level and the id of its section in place. */
export class SectionView extends BaseView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  readonly #tools: HTMLElement;
  readonly #stop: () => void;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, host: ViewHost) {
    super(node, view, getPos, host);
    const level = Number(node.attrs["level"]);
    this.contentDOM = h(`h${Math.min(level, 6)}` as "h1", { class: "ed-title" });
    this.#tools = chrome("div", "ed-section-tools");
    this.dom = h(
      "div",
      { class: "ed-section", "data-level": String(level) },
      this.contentDOM,
      this.#tools,
    );
    this.show();
    this.#stop = host.onLevels(() => this.show());
  }

  destroy(): void {
    this.#stop();
  }

  protected override fits(node: Node): boolean {
    return super.fits(node) && node.attrs["level"] === this.node.attrs["level"];
  }

  protected show(): void {
    const { id, tags } = this.node.attrs as { id: string | null; tags: string[] };
    this.dom.dataset["uid"] = String(this.node.attrs["uid"] ?? "");
    this.dom.classList.toggle("ed-clause", this.node.attrs["authority"] !== null);
    const name = tool("ed-id", id ? `Id ${id}. Change` : "Give this section an id", (button) =>
      this.open("id", button),
    );
    name.textContent = id ? `#${id}` : "+ id";
    const more = tool("ed-more", "More about this section", (button) =>
      this.open("section", button),
    );
    this.#tools.replaceChildren(
      this.#badge(),
      name,
      ...tags.map((tag) => h("span", { class: "ed-tag" }, tag)),
      more,
    );
  }

  #badge(): HTMLElement {
    const key = this.node.attrs["authority"] as string | null;
    if (key === null) {
      const add = tool(
        "ed-badge ed-badge-none",
        "Make this a clause: choose its authority",
        (button) => this.open("authority", button),
      );
      add.textContent = "+ authority";
      return add;
    }
    const level = levelOf(key, this.host.levels());
    const badge = tool(
      `ed-badge ${LEVEL_CLASS[level.colour]}`,
      `${level.name} level. Change`,
      (button) => this.open("authority", button),
    );
    badge.dataset["shape"] = level.shape;
    badge.append(level.name);
    return badge;
  }
}
