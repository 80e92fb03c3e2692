// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { ySyncPluginKey, absolutePositionToRelativePosition } from "@tiptap/y-tiptap";
import { describe, expect, it, vi } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { draftParts } from "@/lib/draft/draft-parts";
import { clause, spec } from "@/lib/spec/builders";
import { carets } from "../people/carets";
import { schemaExtensions } from "../schema/schema-extensions";
import { draftOf, endWithTest } from "../testing/bound-editor";
import { KeepCaret } from "./keep-caret";
import { sharedText } from "./shared-text";

const SAMPLE = spec(
  clause("honest", "Be honest", "Say what is true."),
  clause("kind", "Be kind", "Mind who is there."),
);
const END_OF_LAST = "Mind who is there.";

/** An editor in a page, and somebody else whose caret can be put after any letter of the first title. */
function together() {
  const ydoc = draftOf(SAMPLE);
  const awareness = new Awareness(ydoc);
  const editor = endWithTest(
    new Editor({
      element: document.body.appendChild(document.createElement("div")),
      injectCSS: false,
      extensions: [
        ...schemaExtensions(),
        sharedText(ydoc, { onUnreadable: (error) => expect.fail(String(error)) }),
        carets(awareness),
        KeepCaret,
      ],
    }),
  );
  editor.view.dom.tabIndex = 0;
  const other = new Awareness(new Y.Doc());
  const otherAt = async (letter: number) => {
    const { binding } = ySyncPluginKey.getState(editor.state) as { binding: { mapping: never } };
    const place = absolutePositionToRelativePosition(
      letter + 1,
      draftParts(ydoc).content,
      binding.mapping,
    ) as unknown;
    other.setLocalState({ user: { name: "Bo" }, cursor: { anchor: place, head: place } });
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), "remote");
    await vi.waitFor(() => expect(editor.view.dom.textContent).toContain("Bo"));
  };
  return { editor, otherAt };
}

/** As a click does: the page knows where the caret is, the editor is told a moment later. */
function clickAfter(editor: Editor, words: string): void {
  const walk = document.createTreeWalker(editor.view.dom, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode as Text;
    if (node.data === words) return getSelection()!.collapse(node, node.length);
  }
  throw new Error(`"${words}" is not shown.`);
}

describe("a caret that was just set", () => {
  it("stays when somebody else's caret is drawn in that moment, also at the first click", async () => {
    const { editor, otherAt } = together();
    editor.view.focus();
    expect(editor.state.selection.$head.parent.textContent).toBe("Be honest");
    // No selectionchange comes in between: what is awaited are only timers of the caret's drawing.
    document.addEventListener("selectionchange", stop, { capture: true });
    try {
      clickAfter(editor, END_OF_LAST);
      await otherAt(3);
    } finally {
      document.removeEventListener("selectionchange", stop, { capture: true });
    }
    expect(editor.state.selection.$head.parent.textContent).toBe(END_OF_LAST);
    expect(getSelection()!.focusNode!.textContent).toBe(END_OF_LAST);
  });

  it("is left where it is when the editor gets the focus back by itself", async () => {
    const { editor, otherAt } = together();
    editor.commands.setTextSelection(editor.state.doc.content.size - 3);
    const { head } = editor.state.selection;
    // A browser begins at the first letter, and the editor puts its own caret there afterwards.
    getSelection()!.collapse(editor.view.dom.querySelector("h1, h2, p")!.firstChild, 0);
    editor.commands.focus(null, { scrollIntoView: false });
    await otherAt(2);
    expect(editor.state.selection.head).toBe(head);
  });
});

const stop = (event: Event) => event.stopImmediatePropagation();
