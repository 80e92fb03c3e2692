"use client";

import type { Editor } from "@tiptap/core";
import { Plus, Redo2, Trash2, Undo2 } from "lucide-react";
import { useCallback, useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { draftParts } from "@/lib/draft/draft-parts";
import { headerTitle } from "@/lib/draft/draft-prompts";
import { useDesk, useIndex, useSession } from "../desk-context";
import { MenuHost } from "../menus/menu-host";
import { useStore } from "../use-store";
import { addPrompt, mountPrompts } from "./mount-prompts";

/** The evaluation prompts of one marker, beside the text: written together like the text itself. */
export function PromptsPanel() {
  const { prompts } = useDesk();
  const id = useStore(prompts.opened);
  if (id === null) return null;
  return (
    <Sheet
      side="end"
      width="page"
      title={`Evaluation prompts ^${id}`}
      open
      onOpenChange={(open) => !open && prompts.close()}
    >
      <OpenPrompts key={id} id={id} />
    </Sheet>
  );
}

function OpenPrompts({ id }: { id: string }) {
  const desk = useDesk();
  const { markers } = useIndex();
  const { canWrite } = useSession();
  const [editor, setEditor] = useState<Editor | null>(null);
  const isWritten = useStore(desk.prompts.counts).has(id);
  const marker = markers.find((one) => one.id === id);
  return (
    <div className="flex min-h-full flex-col gap-3 p-1">
      <p className="text-ink-muted">
        Conversations that a model is tested with, and that belong to one sentence
        {marker?.section ? ` of “${marker.section.title}”` : ""}.
      </p>
      {canWrite && isWritten && <Tools id={id} editor={editor} />}
      {!marker && <NoPlace id={id} />}
      {marker && isWritten && <OldHeader id={id} title={marker.section?.title ?? ""} />}
      {isWritten ? (
        <PromptsText id={id} onEditor={setEditor} />
      ) : (
        <Notice title="Nothing is written here yet">
          {canWrite && (
            <Button size="sm" className="mt-2" onClick={() => desk.prompts.write(id)}>
              <Plus aria-hidden /> Write the first prompt
            </Button>
          )}
        </Notice>
      )}
      {editor && <MenuHost editor={editor} />}
    </div>
  );
}

function Tools({ id, editor }: { id: string; editor: Editor | null }) {
  const { prompts } = useDesk();
  const count = useStore(prompts.counts).get(id) ?? 0;
  return (
    <div className="flex flex-wrap items-center gap-1">
      <Button size="sm" onClick={() => editor && addPrompt(editor)}>
        <Plus aria-hidden /> Add a prompt
      </Button>
      <IconButton size="sm" aria-label="Undo" onClick={prompts.undo}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton size="sm" aria-label="Redo" onClick={prompts.redo}>
        <Redo2 aria-hidden />
      </IconButton>
      <AlertDialog
        title={`Remove ${count === 1 ? "this prompt" : `these ${count} prompts`}?`}
        description="The marker goes out of the text, too. Undo brings both back, and so does the history."
        confirm="Remove"
        danger
        onConfirm={() => prompts.remove(id)}
        trigger={
          <IconButton size="sm" aria-label="Remove these prompts" className="ms-auto">
            <Trash2 aria-hidden />
          </IconButton>
        }
      />
    </div>
  );
}

/** Prompts whose marker is nowhere in the text. */
function NoPlace({ id }: { id: string }) {
  const { prompts } = useDesk();
  const { canWrite } = useSession();
  return (
    <Notice tone="caution" title="No sentence carries this marker">
      {canWrite && (
        <>
          <p>It can be put where the caret stands in the text.</p>
          <Button size="sm" className="mt-2" onClick={() => prompts.placeHere(id)}>
            Put it at the caret
          </Button>
        </>
      )}
    </Notice>
  );
}

/** The first line of prompts names a section; the section may have got another title since. */
function OldHeader({ id, title }: { id: string; title: string }) {
  const desk = useDesk();
  const { canWrite } = useSession();
  const [named, setNamed] = useState(() => headerTitle(desk.session.ydoc, id));
  if (!canWrite || named === null || named === title) return null;
  const renew = () => {
    desk.prompts.renewHeader(id);
    setNamed(headerTitle(desk.session.ydoc, id));
  };
  return (
    <Notice title={`The first line names “${named}”`}>
      <p>The marker stands in “{title}”.</p>
      <Button size="sm" className="mt-2" onClick={renew}>
        Name the section of now
      </Button>
    </Notice>
  );
}

interface PromptsTextProps {
  id: string;
  onEditor: (editor: Editor | null) => void;
}

function PromptsText({ id, onEditor }: PromptsTextProps) {
  const desk = useDesk();
  const { canWrite, condition } = useSession();
  const mode = useStore(desk.mode);
  const mayWrite = canWrite && condition.kind !== "closed" && mode === "editing";
  const fragment = draftParts(desk.session.ydoc).prompts.get(id);
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      if (!element || !fragment) return;
      const editor = mountPrompts(desk, { element, fragment, id, canWrite: mayWrite });
      onEditor(editor);
      return () => {
        onEditor(null);
        editor.destroy();
      };
    },
    [desk, fragment, id, mayWrite, onEditor],
  );
  return <div key={String(mayWrite)} ref={place} className="ed-page ed-prompts" />;
}
