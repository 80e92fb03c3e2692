import { Extension } from "@tiptap/core";
import { TextSelection, type Command } from "@tiptap/pm/state";
import { duplicateUnit, moveUnit, removeUnit, unitAt } from "../text/block-moves";
import { headingAt } from "../text/sections";
import { inLiteral, nextField, type FieldStep } from "./fields";

/** What keys ask the page for. */
export interface KeyTargets {
  openBlockMenu: () => void;
  openFind: () => void;
  openLink: () => void;
  moveSection: (uid: string, kind: "up" | "down" | "in" | "out") => void;
  /** Escape was pressed with nothing to close: the next Tab leaves the text. */
  readyToLeave: () => void;
  /** Whether the next Tab leaves. */
  isLeaving: () => boolean;
}

/** The keys of writing; `components/editor/README.md` lists them for people. */
export function writingKeys(targets: KeyTargets) {
  return Extension.create({
    name: "writingKeys",
    priority: 200,
    addKeyboardShortcuts() {
      const { editor } = this;
      const run = (command: Command) => () =>
        command(editor.state, editor.view.dispatch, editor.view);
      const heading = (level: number) => () =>
        editor.commands.setNode("heading", { level, uid: currentUid(editor.state) });
      const sectionHere = (kind: "up" | "down" | "in" | "out") => () => {
        const heading = headingAt(editor.state.doc, editor.state.selection.from);
        const uid = heading?.node.attrs["uid"] as string | null | undefined;
        if (uid) targets.moveSection(uid, kind);
        return true;
      };
      const call = (work: () => void) => () => {
        work();
        return true;
      };
      return {
        "Mod-b": () => editor.commands.toggleMark("strong"),
        "Mod-i": () => editor.commands.toggleMark("em"),
        "Mod-e": () => editor.commands.toggleMark("code"),
        "Mod-Shift-x": () => editor.commands.toggleMark("strike"),
        "Mod-Shift-k": call(targets.openLink),
        "Mod-Alt-0": () => editor.commands.setNode("paragraph"),
        "Mod-Alt-1": heading(1),
        "Mod-Alt-2": heading(2),
        "Mod-Alt-3": heading(3),
        "Mod-Alt-4": heading(4),
        "Mod-Shift-8": () => editor.commands.toggleList("bulletList", "listItem"),
        "Mod-Shift-7": () => editor.commands.toggleList("orderedList", "listItem"),
        "Mod-.": call(targets.openBlockMenu),
        "Mod-f": call(targets.openFind),
        "Alt-ArrowUp": run(moveHere(-1)),
        "Alt-ArrowDown": run(moveHere(1)),
        "Alt-Shift-ArrowUp": sectionHere("up"),
        "Alt-Shift-ArrowDown": sectionHere("down"),
        "Alt-Shift-ArrowLeft": sectionHere("out"),
        "Alt-Shift-ArrowRight": sectionHere("in"),
        "Mod-Shift-d": run(onUnit(duplicateUnit)),
        Enter: () => run(enterInExample)() || editor.commands.splitListItem("listItem"),
        "Shift-Enter": () =>
          !inLiteral(editor.state) && editor.commands.insertContent({ type: "hardBreak" }),
        "Mod-Enter": run(leaveBlock),
        Backspace: run(backspaceAtStart),
        Delete: run(deleteAtEnd),
        Tab: () =>
          !targets.isLeaving() &&
          (editor.commands.sinkListItem("listItem") || run(toField(1))() || inList(editor)),
        "Shift-Tab": () =>
          !targets.isLeaving() && (editor.commands.liftListItem("listItem") || run(toField(-1))()),
        Escape: call(targets.readyToLeave),
      };
    },
  });
}

type State = Parameters<Command>[0];

function currentUid({ selection }: State): string | null {
  return (selection.$from.parent.attrs["uid"] as string | null | undefined) ?? null;
}

/** A first item cannot go deeper; Tab does nothing there instead of leaving the text by surprise. */
function inList({ state }: { state: State }): boolean {
  const { $from } = state.selection;
  return $from.depth > 1 && $from.node(-1).type.name === "listItem";
}

const onUnit =
  (change: (state: State, pos: number) => ReturnType<typeof moveUnit>): Command =>
  (state, dispatch) => {
    const unit = unitAt(state.doc, state.selection.from);
    const tr = unit && change(state, unit.pos);
    if (tr) dispatch?.(tr);
    return Boolean(tr);
  };

const moveHere = (by: -1 | 1): Command => onUnit((state, pos) => moveUnit(state, pos, by));

/** In a title or a reason Enter goes on to the next field; in literal text it is a line end. */
const enterInExample: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if (inLiteral(state)) {
    dispatch?.(state.tr.insertText("\n").scrollIntoView());
    return true;
  }
  if ($from.parent.type.name !== "exampleTitle" && $from.parent.type.name !== "reason")
    return false;
  toField(1)(state, dispatch);
  return true;
};

const toField =
  (step: FieldStep): Command =>
  (state, dispatch) => {
    const pos = nextField(state, step);
    if (pos === null) return false;
    dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos))).scrollIntoView());
    return true;
  };

/** Goes on behind the block of the text one is in, however deep. */
const leaveBlock: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 1) return false;
  const pos = $from.after(1);
  const paragraph = state.schema.nodes["paragraph"]!.create();
  const tr = state.tr.insert(pos, paragraph);
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView());
  return true;
};

const FIELDS = new Set(["exampleTitle", "message", "reason", "body", "tableCell"]);

/** Fields of an example do not run into each other; an empty one goes. */
const backspaceAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  const { parent } = $from;
  if (parent.type.name === "heading") {
    dispatch?.(
      state.tr.setNodeMarkup($from.before(), state.schema.nodes["paragraph"], {
        uid: parent.attrs["uid"] as string,
      }),
    );
    return true;
  }
  if (!FIELDS.has(parent.type.name)) return false;
  const unit = emptyUnit(state);
  const tr = unit === null ? null : removeUnit(state, unit);
  if (tr) dispatch?.(tr.scrollIntoView());
  return true;
};

const deleteAtEnd: Command = (state) => {
  const { $from, empty } = state.selection;
  return (
    empty && FIELDS.has($from.parent.type.name) && $from.parentOffset === $from.parent.content.size
  );
};

/** The message, response or example around the caret that has no words at all. */
function emptyUnit(state: State): number | null {
  const { $from } = state.selection;
  let found: number | null = null;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.textContent !== "") break;
    if (["message", "response", "comparison", "example"].includes(node.type.name))
      found = $from.before(depth);
  }
  return found;
}
