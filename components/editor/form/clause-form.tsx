"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useDesk } from "../desk-context";
import { useStore } from "../use-store";
import { BlockFields } from "./block-fields";
import {
  applyFields,
  fieldsOf,
  nodesOf,
  type BlockField,
  type ClauseFields,
} from "./clause-fields";
import { newKey } from "./new-key";

/** One clause as plain fields: an equal path to the page for whom a rich text is no good place. */
export function ClauseForm() {
  const desk = useDesk();
  const uid = useStore(desk.form);
  const editor = useStore(desk.editor);
  if (!uid || !editor) return null;
  const fields = fieldsOf(editor.state.doc, uid);
  return fields ? <OpenForm key={uid} opened={fields} /> : null;
}

function OpenForm({ opened }: { opened: ClauseFields }) {
  const desk = useDesk();
  const editor = desk.editor.get()!;
  const [base] = useState(opened);
  const [nodes] = useState(() => nodesOf(editor.state.doc, opened.uid));
  const [fields, setFields] = useState(opened);
  const [conflict, setConflict] = useState(false);
  const set = (news: Partial<ClauseFields>) => setFields({ ...fields, ...news });
  const setBlock = (key: string, block: BlockField | null) =>
    set({
      blocks: fields.blocks.flatMap((one) => (one.key !== key ? [one] : block ? [block] : [])),
    });
  const add = (kind: BlockField["kind"]) => set({ blocks: [...fields.blocks, emptyBlock(kind)] });
  const close = () => {
    desk.form.set(null);
    desk.focusSoon();
  };
  const save = () => {
    const { tr, conflicts } = applyFields(editor.state.tr, base, fields, nodes);
    if (tr.docChanged) editor.view.dispatch(tr);
    if (conflicts.length > 0) return setConflict(true);
    desk.say("The clause was changed.");
    close();
  };
  const isDirty = JSON.stringify(base) !== JSON.stringify(fields);
  return (
    <Dialog
      open
      width="lg"
      onOpenChange={(open) => !open && close()}
      title={opened.title || "Untitled section"}
      description="Each part as a plain field. Markdown works in text; messages and responses are taken word for word."
      actions={
        <>
          <Button onClick={close}>{isDirty ? "Leave without changing" : "Close"}</Button>
          <Button variant="primary" disabled={!isDirty} onClick={save}>
            Change the clause
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {conflict && (
          <Notice tone="caution" title="Somebody changed a part of it meanwhile">
            Theirs stands, and everything else of yours was put in. Copy what you still need from
            here, then open the form again.
          </Notice>
        )}
        <div className="grid gap-4 sm:grid-cols-[1fr_12rem]">
          <Field label="Title">
            <Input
              autoFocus
              value={fields.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          </Field>
          <Field label="Authority">
            <Select
              value={fields.authority ?? ""}
              onChange={(event) => set({ authority: event.target.value || null })}
            >
              <option value="">No authority</option>
              {desk.levels().map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {fields.blocks.map((block, place) => (
          <BlockFields
            key={block.key}
            block={block}
            number={place + 1}
            onChange={(next) => setBlock(block.key, next)}
          />
        ))}
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => add("prose")}>
            Add a text
          </Button>
          <Button size="sm" onClick={() => add("example")}>
            Add an example
          </Button>
        </div>
      </form>
    </Dialog>
  );
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
