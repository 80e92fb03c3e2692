import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { BaseView } from "./base-view";
import { chrome, h, tool } from "./dom";
import type { ViewHost } from "./view-host";

/** Text that explains and does not instruct, set apart under its title. */
export class CommentaryView extends BaseView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  readonly #label: HTMLButtonElement;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, host: ViewHost) {
    super(node, view, getPos, host);
    this.#label = tool("ed-commentary-label", null, (button) => this.open("commentary", button));
    this.contentDOM = h("div");
    this.dom = h(
      "aside",
      { class: "ed-commentary", "aria-label": "Commentary" },
      chrome("div", "ed-commentary-head", this.#label),
      this.contentDOM,
    );
    this.show();
  }

  protected show(): void {
    const { title, kind, uid } = this.node.attrs as {
      title: string | null;
      kind: string;
      uid: string | null;
    };
    this.dom.dataset["uid"] = String(uid ?? "");
    this.#label.textContent = title || (kind === "meta" ? "Commentary" : kind.toLowerCase());
  }
}
