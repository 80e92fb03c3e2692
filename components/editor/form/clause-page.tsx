"use client";

import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useDesk, useSession } from "../desk-context";
import { EditorSkeleton } from "../editor-skeleton";
import { LeaveGuard } from "../session/leave-guard";
import { SaveState } from "../session/save-state";
import { Spoken } from "../spoken";
import { StrandedWords } from "../stranded-words";
import { Trouble } from "../trouble";
import { useStore } from "../use-store";
import { fieldsOf, type ClauseFields } from "./clause-fields";
import { ClauseFormFields } from "./clause-form-fields";
import { useClauseForm } from "./use-clause-form";

/** One section of the draft on a page of its own, as plain fields. The text itself is open and not shown. */
export function ClausePage({ uid }: { uid: string }) {
  const desk = useDesk();
  const { isOpen, canWrite, condition } = useSession();
  const mayWrite = canWrite && condition.kind !== "closed";
  const editor = useStore(desk.editor);
  useEffect(() => {
    if (isOpen && mayWrite) return desk.mount(document.createElement("div"), true);
  }, [desk, isOpen, mayWrite]);
  const fields = editor && fieldsOf(editor.state.doc, uid);
  return (
    <div className="max-w-3xl">
      <Trouble />
      <StrandedWords />
      {editor && !fields && <Gone />}
      {fields && <SectionForm key={uid} opened={fields} />}
      {!editor && condition.kind !== "closed" && <EditorSkeleton />}
      <LeaveGuard />
      <Spoken />
    </div>
  );
}

function SectionForm({ opened }: { opened: ClauseFields }) {
  const desk = useDesk();
  const form = useClauseForm(opened);
  useEffect(() => {
    if (!form.isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [form.isDirty]);
  return (
    <>
      <header className="mb-6 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h1 className="font-serif text-2xl font-semibold text-balance">
          {form.fields.title || "Untitled section"}
        </h1>
        <SaveState />
        <p className="basis-full text-ink-muted">
          Each part as a plain field. Markdown works in text; messages and responses are taken word
          for word.
        </p>
      </header>
      <ClauseFormFields form={form} onSubmit={form.save}>
        <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-3">
          <Button type="submit" variant="primary" disabled={!form.isDirty}>
            Change the section
          </Button>
          <Link className="link" href={`/w/${desk.options.slug}/edit#at-${opened.uid}`}>
            To the whole text
          </Link>
          {form.isDirty && <span className="text-sm text-ink-muted">Not put in yet</span>}
        </div>
      </ClauseFormFields>
    </>
  );
}

function Gone() {
  const desk = useDesk();
  return (
    <EmptyState
      icon={FileQuestion}
      title="This section is not in the draft any more"
      action={
        <Link className="link" href={`/w/${desk.options.slug}/edit`}>
          To the whole text
        </Link>
      }
    >
      Somebody removed it. It can be found in the history.
    </EmptyState>
  );
}
