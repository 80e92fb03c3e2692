import { Extension, type Editor } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { searchText, type Match, type SearchOptions } from "./search-text";

interface FindState {
  search: SearchOptions | null;
  matches: readonly Match[];
  current: number;
  marks: DecorationSet;
}

const key = new PluginKey<FindState>("find");
const NOTHING: FindState = { search: null, matches: [], current: -1, marks: DecorationSet.empty };

/** Marks what one looks for, in the whole text. */
export const Find = Extension.create({
  name: "find",
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key,
      state: {
        init: () => NOTHING,
        apply: (tr, value, _, { doc }) => {
          const news = tr.getMeta(key) as Partial<FindState> | undefined;
          const { search, current } = { ...value, ...news };
          if (!search) return NOTHING;
          if (!news && !tr.docChanged) return value;
          const matches = searchText(doc, search);
          const place =
            matches.length === 0 ? -1 : Math.min(Math.max(current, 0), matches.length - 1);
          const marks = matches.map(({ from, to }, index) =>
            Decoration.inline(from, to, {
              class: index === place ? "ed-found ed-found-here" : "ed-found",
            }),
          );
          return { search, matches, current: place, marks: DecorationSet.create(doc, marks) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
});

/** How many places there are, and which of them is the present one. */
export function findState(editor: Editor): Pick<FindState, "matches" | "current"> {
  return key.getState(editor.state) ?? NOTHING;
}

/** Begins to look for something from the caret on; null ends it. */
export function startFind(editor: Editor, search: SearchOptions | null): void {
  const { state, view } = editor;
  const matches = search ? searchText(state.doc, search) : [];
  const next = matches.findIndex(({ from }) => from >= state.selection.from);
  view.dispatch(state.tr.setMeta(key, { search, current: Math.max(0, next) }));
  reveal(editor);
}

export function stepFind(editor: Editor, by: 1 | -1): void {
  const { matches, current } = findState(editor);
  if (matches.length === 0) return;
  const next = (current + by + matches.length) % matches.length;
  editor.view.dispatch(editor.state.tr.setMeta(key, { current: next }));
  reveal(editor);
}

/** Replaces the present place and goes to the next one. */
export function replaceHere(editor: Editor, words: string): void {
  const { matches, current } = findState(editor);
  const match = matches[current];
  if (!match) return;
  editor.view.dispatch(replaceMatch(editor.state.tr, match, words));
  reveal(editor);
}

/** Replaces every place, as one step of undo. Returns how many there were. */
export function replaceAll(editor: Editor, words: string): number {
  const { matches } = findState(editor);
  const { tr } = editor.state;
  for (const match of matches.toReversed()) replaceMatch(tr, match, words);
  editor.view.dispatch(tr);
  return matches.length;
}

function replaceMatch(tr: Editor["state"]["tr"], { from, to }: Match, words: string) {
  return words === "" ? tr.delete(from, to) : tr.insertText(words, from, to);
}

function reveal(editor: Editor): void {
  const { matches, current } = findState(editor);
  const match = matches[current];
  if (!match) return;
  const { tr, doc } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, match.from, match.to)));
  const element = editor.view.domAtPos(match.from).node;
  const place = element instanceof Element ? element : element.parentElement;
  place?.scrollIntoView({ block: "center" });
}
