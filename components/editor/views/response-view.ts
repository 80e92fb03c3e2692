import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import type { Verdict } from "@/lib/spec/schema/example-blocks";
import { BaseView } from "./base-view";
import { chrome, h, tool } from "./dom";
import type { ViewHost } from "./view-host";
import { VERDICT_WORDS } from "./words";

/** One answer to compare: its verdict, the clause a bad one breaks, the reason, the words. */
export class ResponseView extends BaseView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  readonly #verdict: HTMLButtonElement;
  readonly #head: HTMLElement;
  #violates: HTMLButtonElement | null = null;
  #shown = "";
  readonly #stop: () => void;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, host: ViewHost) {
    super(node, view, getPos, host);
    this.#verdict = tool("ed-verdict", null, (button) => this.open("verdict", button));
    const more = tool("ed-more", "More about this response", (button) =>
      this.open("response", button),
    );
    this.#head = chrome("div", "ed-response-head", this.#verdict, more);
    this.contentDOM = h("div", { class: "ed-response-parts" });
    this.dom = h("article", { class: "ed-response" }, this.#head, this.contentDOM);
    this.show();
    this.#stop = host.onTitles(() => this.#showViolated());
  }

  destroy(): void {
    this.#stop();
  }

  protected show(): void {
    const { uid, verdict } = this.node.attrs as { uid: string | null; verdict: Verdict | null };
    this.dom.dataset["uid"] = String(uid ?? "");
    this.dom.dataset["verdict"] = verdict ?? "none";
    const word = verdict ? VERDICT_WORDS[verdict] : "No verdict";
    this.#verdict.textContent = word;
    this.#verdict.setAttribute("aria-label", `Verdict: ${word}. Change`);
    this.#showViolated();
  }

  #showViolated(): void {
    const { verdict, violates } = this.node.attrs as {
      verdict: Verdict | null;
      violates: string | null;
    };
    if (violates === null && verdict !== "BAD") {
      this.#violates?.remove();
      this.#violates = null;
      this.#shown = "";
      return;
    }
    const title = violates === null ? null : this.host.titleOf(violates);
    const words =
      violates === null
        ? "Which clause does it break?"
        : title === null
          ? `Nothing is called #${violates}`
          : `Conflicts with ${title}`;
    // Titles change seldom, and there are hundreds of responses.
    if (words === this.#shown) return;
    this.#shown = words;
    this.#violates ??= tool("ed-violates", null, (button) => this.open("violates", button));
    this.#violates.textContent = words;
    this.#violates.classList.toggle("ed-broken", violates !== null && title === null);
    if (!this.#violates.isConnected) this.#head.append(this.#violates);
  }
}
