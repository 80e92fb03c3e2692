"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "../desk-context";
import { useStore } from "../use-store";
import { fieldsOf, type ClauseFields } from "./clause-fields";
import { ClauseFormFields } from "./clause-form-fields";
import { useClauseForm } from "./use-clause-form";

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
  const form = useClauseForm(opened);
  const close = () => {
    desk.form.set(null);
    desk.focusSoon();
  };
  const save = () => {
    if (form.save()) close();
  };
  return (
    <Dialog
      open
      width="lg"
      onOpenChange={(open) => !open && close()}
      title={opened.title || "Untitled section"}
      description="Each part as a plain field. Markdown works in text; messages and responses are taken word for word."
      actions={
        <>
          <Button onClick={close}>{form.isDirty ? "Leave without changing" : "Close"}</Button>
          <Button variant="primary" disabled={!form.isDirty} onClick={save}>
            Change the clause
          </Button>
        </>
      }
    >
      <ClauseFormFields form={form} onSubmit={save} />
      <p className="mt-5 text-sm text-ink-muted">
        This form has a{" "}
        <Link
          className="link"
          href={`/w/${desk.options.slug}/edit/clause/${encodeURIComponent(opened.uid)}`}
        >
          page of its own
        </Link>{" "}
        that can be linked to.
      </p>
    </Dialog>
  );
}
