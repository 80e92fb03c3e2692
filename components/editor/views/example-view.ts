import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { BaseView } from "./base-view";
import { chrome, h, icon, tool } from "./dom";
import type { ViewHost } from "./view-host";

/** A tricky example as a card: its title, the conversation, the responses, and what can be added. */
export class ExampleView extends BaseView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  readonly #head: HTMLElement;
  #warning: HTMLElement | null = null;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, host: ViewHost) {
    super(node, view, getPos, host);
    this.contentDOM = h("div", { class: "ed-example-parts" });
    const more = tool("ed-more", "More about this example", (button) =>
      this.open("example", button),
    );
    this.#head = chrome("div", "ed-example-head", "Example", more);
    this.dom = h(
      "section",
      { class: "ed-example", role: "group", "aria-label": "Example" },
      this.#head,
      this.contentDOM,
      chrome(
        "div",
        "ed-example-foot",
        this.#add("message", "Message"),
        this.#add("response", "Response"),
      ),
    );
    this.show();
  }

  protected show(): void {
    const { uid, sensitive } = this.node.attrs as { uid: string | null; sensitive: boolean };
    this.dom.dataset["uid"] = String(uid ?? "");
    if (!sensitive) this.#warning?.remove();
    else {
      this.#warning ??= h("span", { class: "ed-sensitive" }, icon("warning"), "Sensitive content");
      this.#head.firstChild?.after(this.#warning);
    }
  }

  #add(part: "message" | "response", words: string): HTMLElement {
    const button = tool("ed-add", `Add a ${part}`, () => this.host.addPart(this.pos, part));
    button.append(words);
    return button;
  }
}

/** The row of responses, side by side as far as there is room. */
export class ComparisonView extends BaseView {
  dom: HTMLElement;
  contentDOM: HTMLElement;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, host: ViewHost) {
    super(node, view, getPos, host);
    this.dom = this.contentDOM = h("div", {
      class: "ed-comparison",
      role: "group",
      "aria-label": "Responses",
    });
    this.show();
  }

  override update(node: Node): boolean {
    const fits = super.update(node);
    if (fits) this.show();
    return fits;
  }

  protected show(): void {
    const count = String(Math.min(5, Math.max(1, this.node.childCount)));
    if (this.dom.dataset["count"] !== count) this.dom.dataset["count"] = count;
  }
}
