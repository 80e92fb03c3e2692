"use client";

import { useEffect, useState } from "react";
import { Desk } from "./desk";
import { DeskContext } from "./desk-context";
import { DeskView } from "./desk-view";
import type { DraftEditorProps } from "./draft-editor";
import { EditorSkeleton } from "./editor-skeleton";
import { ClausePage } from "./form/clause-page";
import { Store } from "./store";
import { useStore } from "./use-store";
import "./editor.css";

/** Opens a draft for as long as it is on the page. */
export default function DraftDesk({ formOf, ...options }: DraftEditorProps) {
  const [holder] = useState(() => new Store<Desk | null>(null));
  const [given] = useState(options);
  useEffect(() => {
    const desk = new Desk(given);
    holder.set(desk);
    return () => {
      holder.set(null);
      desk.close();
    };
  }, [holder, given]);
  const desk = useStore(holder);
  if (!desk) return <EditorSkeleton />;
  return (
    <DeskContext value={desk}>
      {formOf === undefined ? <DeskView /> : <ClausePage uid={formOf} />}
    </DeskContext>
  );
}
