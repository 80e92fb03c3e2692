import type { Node } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import { marksOfAtom } from "../binding/atom-marks";
import { h } from "./dom";
import type { ViewHost } from "./view-host";

/** A reference that shows the title of what it points at, or says that nothing is called so. */
export class ReferenceView implements NodeView {
  dom: HTMLElement;
  readonly #stop: () => void;

  constructor(
    private node: Node,
    getPos: () => number | undefined,
    private readonly host: ViewHost,
  ) {
    this.dom = h("span", { class: "ed-reference", contenteditable: "false" });
    this.dom.addEventListener("click", () => {
      const pos = getPos();
      if (pos !== undefined) host.openMenu({ kind: "reference", pos, anchor: this.dom });
    });
    this.#show();
    this.#stop = host.onTitles(() => this.#show());
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const changed = node.attrs !== this.node.attrs;
    this.node = node;
    if (changed) this.#show();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.#stop();
  }

  #show(): void {
    const id = String(this.node.attrs["id"]);
    const title = this.host.titleOf(id);
    this.dom.classList.toggle("ed-broken", title === null);
    this.dom.dataset["id"] = id;
    this.dom.title = title === null ? `Nothing is called #${id}` : `#${id}`;
    this.dom.textContent = title ?? `#${id}?`;
    for (const { type } of marksOfAtom(this.node)) this.dom.dataset[`mark${type.name}`] = "";
  }
}
