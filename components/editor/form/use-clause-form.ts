import { useState } from "react";
import { useDesk } from "../desk-context";
import { applyFields } from "./apply-fields";
import { fieldsOf, nodesOf, type BlockField, type ClauseFields } from "./clause-fields";
import { newKey } from "./new-key";

export interface ClauseFormState {
  fields: ClauseFields;
  isDirty: boolean;
  /** Somebody changed a part meanwhile, which then stands as theirs. */
  hasConflict: boolean;
  set: (news: Partial<ClauseFields>) => void;
  /** Changes a block; null removes it. */
  setBlock: (key: string, block: BlockField | null) => void;
  add: (kind: BlockField["kind"]) => void;
  /** Puts the fields into the text. True when all of them could be. */
  save: () => boolean;
}

/** A section as fields, from the moment the form was opened or last saved. Needs an open editor. */
export function useClauseForm(opened: ClauseFields): ClauseFormState {
  const desk = useDesk();
  const [base, setBase] = useState(() => takeBase(desk.editor.get()!.state.doc, opened));
  const [fields, setFields] = useState(opened);
  const [hasConflict, setConflict] = useState(false);
  const set = (news: Partial<ClauseFields>) => setFields({ ...fields, ...news });
  const save = () => {
    const editor = desk.editor.get();
    if (!editor) return false;
    const { tr, conflicts } = applyFields(editor.state.tr, base.fields, fields, base.nodes);
    if (tr.docChanged) editor.view.dispatch(tr);
    setConflict(conflicts.length > 0);
    if (conflicts.length > 0) return false;
    const now = fieldsOf(editor.state.doc, fields.uid);
    if (now) {
      setBase(takeBase(editor.state.doc, now));
      setFields(now);
    }
    desk.say("The section was changed.");
    return true;
  };
  return {
    fields,
    isDirty: JSON.stringify(base.fields) !== JSON.stringify(fields),
    hasConflict,
    set,
    setBlock: (key, block) =>
      set({
        blocks: fields.blocks.flatMap((one) => (one.key !== key ? [one] : block ? [block] : [])),
      }),
    add: (kind) => set({ blocks: [...fields.blocks, emptyBlock(kind)] }),
    save,
  };
}

function takeBase(doc: Parameters<typeof nodesOf>[0], fields: ClauseFields) {
  return { fields, nodes: nodesOf(doc, fields.uid) };
}

function emptyBlock(kind: BlockField["kind"]): BlockField {
  if (kind === "prose") return { kind, key: newKey(), markdown: "" };
  return {
    kind,
    key: newKey(),
    title: "",
    sensitive: false,
    messages: [{ key: newKey(), role: "user", text: "" }],
    responses: [
      { key: newKey(), verdict: "GOOD", violates: null, reason: "", text: "" },
      { key: newKey(), verdict: "BAD", violates: null, reason: "", text: "" },
    ],
  };
}
