import { DOMSerializer, Fragment, type Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { toDraftBlocks } from "@/lib/draft/draft-marks";
import { parse } from "@/lib/markdown/parse";
import { BaseView } from "./base-view";
import { chrome, h, tool } from "./dom";
import type { ViewHost } from "./view-host";
import { ROLE_WORDS } from "./words";

/**
 * A message or the body of a response: literal text, word for word what a model would be sent or would
 * say, with a preview of how a reader sees it.
 */
export class LiteralView extends BaseView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  readonly #toggle: HTMLButtonElement;
  readonly #role: HTMLButtonElement | null;
  #preview: HTMLElement | null = null;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, host: ViewHost) {
    super(node, view, getPos, host);
    const isMessage = node.type.name === "message";
    this.contentDOM = h("pre", {
      class: "ed-literal",
      "data-placeholder": isMessage ? "What was said" : "What it answers",
    });
    this.#role = isMessage
      ? tool("ed-role", "Who says this", (button) => this.open("role", button))
      : null;
    this.#toggle = tool("ed-toggle", "Show it as readers see it", () => this.#flip());
    const tools = chrome("div", "ed-literal-head", this.#role, this.#toggle);
    this.dom = h("div", { class: isMessage ? "ed-message" : "ed-body" }, tools, this.contentDOM);
    this.show();
  }

  override update(node: Node): boolean {
    const fits = super.update(node);
    if (fits && this.#preview) this.#render(this.#preview);
    return fits;
  }

  protected show(): void {
    const { uid, role, attributes } = this.node.attrs as {
      uid?: string | null;
      role?: keyof typeof ROLE_WORDS;
      attributes?: [string, string][];
    };
    if (uid) this.dom.dataset["uid"] = uid;
    if (!this.#role || !role) return;
    this.dom.dataset["role"] = role;
    const to = attributes?.find(([name]) => name === "recipient")?.[1];
    this.#role.textContent = to ? `${ROLE_WORDS[role]} to ${to}` : ROLE_WORDS[role];
  }

  #flip(): void {
    const shown = this.#preview === null;
    this.contentDOM.hidden = shown;
    this.#toggle.setAttribute("aria-pressed", String(shown));
    if (this.#preview) {
      this.#preview.remove();
      this.#preview = null;
      return;
    }
    this.#preview = chrome("div", "ed-preview");
    this.#preview.dataset["preview"] = "";
    this.dom.append(this.#preview);
    this.#render(this.#preview);
  }

  #render(preview: HTMLElement): void {
    const { schema } = this.node.type;
    const { document: read } = parse(this.node.textContent, {
      mint: () => "",
      profile: "model-spec",
    });
    const content = toDraftBlocks(read.content).map((block) => schema.nodeFromJSON(block));
    preview.replaceChildren(
      DOMSerializer.fromSchema(schema).serializeFragment(Fragment.from(content)),
    );
  }
}
