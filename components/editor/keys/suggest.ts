import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import type { Store } from "../store";

/** `/` for blocks, `#` for references. */
export interface Suggestion {
  trigger: "/" | "#";
  query: string;
  /** From the sign to the caret. */
  from: number;
  to: number;
}

/** Keys that a list of suggestions takes while it is open. */
export type SuggestKey = "up" | "down" | "pick" | "close";

const KEYS: Record<string, SuggestKey> = {
  ArrowUp: "up",
  ArrowDown: "down",
  Enter: "pick",
  Tab: "pick",
  Escape: "close",
};

export interface SuggestOptions {
  open: Store<Suggestion | null>;
  /** Takes a key; false when the list has nothing to do with it. */
  onKey: (key: SuggestKey) => boolean;
}

/** Notices `/words` and `#words` behind the caret while one types them. */
export function suggest({ open, onKey }: SuggestOptions) {
  let closedAt: number | null = null;
  return Extension.create({
    name: "suggest",
    priority: 300,
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("suggest"),
        props: {
          handleKeyDown: (_, event) => {
            const key = KEYS[event.key];
            if (!open.get() || !key || event.isComposing) return false;
            if (key === "close") closedAt = open.get()!.from;
            return onKey(key);
          },
        },
        view: () => ({
          update: (view, before) => {
            const { state } = view;
            if (state.doc === before.doc && state.selection.eq(before.selection)) return;
            const found = view.editable ? suggestionAt(state) : null;
            if (!found) closedAt = null;
            // Only typing opens it: going past a sign with the arrow keys does not.
            const isTyped = state.doc !== before.doc || open.get() !== null;
            open.set(found && isTyped && found.from !== closedAt ? found : null);
          },
          destroy: () => open.set(null),
        }),
      }),
    ],
  });
}

const PATTERN = /(?:^|[\s(])([/#])([^\s/#][^/#\n]{0,40})?$/;

export function suggestionAt({ selection, schema }: EditorState): Suggestion | null {
  const { $from, empty } = selection;
  const { parent, parentOffset } = $from;
  // References and blocks have no place in literal text.
  if (!empty || !parent.isTextblock || !parent.type.allowsMarkType(schema.marks["strong"]!))
    return null;
  const before = parent.textBetween(
    Math.max(0, parentOffset - 50),
    parentOffset,
    undefined,
    "\uFFFC",
  );
  const match = PATTERN.exec(before);
  if (!match) return null;
  const trigger = match[1] as "/" | "#";
  const query = match[2] ?? "";
  if (trigger === "/" && parent.type.name !== "paragraph") return null;
  // Two words without a match in sight are prose.
  if (query.split(" ").length > 4) return null;
  return { trigger, query, from: $from.pos - query.length - 1, to: $from.pos };
}
