import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import type { Awareness } from "y-protocols/awareness";
import { PERSON_COLOURS } from "@/lib/person-colour";
import { h } from "../views/dom";

interface CaretOwner {
  name?: unknown;
  color?: unknown;
}

/** Where others write, each in their colour with their name. The server says who they are. */
export function carets(awareness: Awareness) {
  return CollaborationCaret.configure({
    provider: { awareness },
    user: {},
    render: (owner) => {
      const colour = colourOf(owner);
      const label = h("span", { class: "ed-caret-name" }, nameOf(owner));
      const caret = h(
        "span",
        { class: "ed-caret", "aria-hidden": "true" },
        "\u2060",
        label,
        "\u2060",
      );
      caret.style.setProperty("--person", colour);
      requestAnimationFrame(() => turnInwards(caret, label));
      return caret;
    },
    selectionRender: (owner) => ({
      class: "ed-selection",
      style: `--person: ${colourOf(owner)}`,
    }),
  });
}

/** A name that would leave the window stands on the other side of its caret. */
function turnInwards(caret: HTMLElement, label: HTMLElement): void {
  const { left, right } = label.getBoundingClientRect();
  const isOut = left < 0 || right > label.ownerDocument.documentElement.clientWidth;
  caret.classList.toggle("ed-caret-turned", isOut);
}

const nameOf = ({ name }: CaretOwner) => (typeof name === "string" && name ? name : "Somebody");

/** One of ours, so that no stranger's value reaches a style and white letters stay readable on it. */
const colourOf = ({ color }: CaretOwner) =>
  PERSON_COLOURS.find((known) => known === color) ?? PERSON_COLOURS[9];
