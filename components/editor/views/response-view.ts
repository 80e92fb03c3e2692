import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import type { Verdict } from "@/lib/spec/schema/example-blocks";
import { BaseView } from "./base-view";
import { chrome, h, icon, tool } from "./dom";
import type { ViewHost } from "./view-host";
import { VERDICT_WORDS } from "./words";

/** One answer to compare: its verdict, the clause a bad one breaks, the reason, the words. */
export class ResponseView extends BaseView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  readonly #verdict: HTMLButtonElement;
  readonly #violates: HTMLButtonElement;
  readonly #stop: () => void;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, host: ViewHost) {
    super(node, view, getPos, host);
    this.#verdict = tool("ed-verdict", null, (button) => this.open("verdict", button));
    this.#violates = tool("ed-violates", null, (button) => this.open("violates", button));
    const more = tool("ed-more", "More about this response", (button) =>
      this.open("response", button),
    );
    more.append(icon("more"));
    this.contentDOM = h("div", { class: "ed-response-parts" });
    this.dom = h(
      "article",
      { class: "ed-response" },
      chrome("div", "ed-response-head", this.#verdict, more),
      chrome("div", "ed-violates-row", this.#violates),
      this.contentDOM,
    );
    this.show();
    this.#stop = host.onTitles(() => this.show());
  }

  destroy(): void {
    this.#stop();
  }

  protected show(): void {
    const { uid, verdict, violates } = this.node.attrs as {
      uid: string | null;
      verdict: Verdict | null;
      violates: string | null;
    };
    this.dom.dataset["uid"] = String(uid ?? "");
    this.dom.dataset["verdict"] = verdict ?? "none";
    const { word, icon: sign } = verdict
      ? VERDICT_WORDS[verdict]
      : { word: "No verdict", icon: "ask" as const };
    this.#verdict.replaceChildren(icon(sign), word);
    this.#verdict.setAttribute("aria-label", `Verdict: ${word}. Change`);
    this.#showViolated(verdict, violates);
  }

  #showViolated(verdict: Verdict | null, violates: string | null): void {
    const title = violates === null ? null : this.host.titleOf(violates);
    this.#violates.parentElement!.hidden = violates === null && verdict !== "BAD";
    this.#violates.classList.toggle("ed-broken", violates !== null && title === null);
    if (violates === null) this.#violates.textContent = "Which clause does it break?";
    else if (title === null) this.#violates.textContent = `Nothing is called #${violates}`;
    else this.#violates.textContent = `Conflicts with ${title}`;
  }
}
