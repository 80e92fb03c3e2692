"use client";

import { useEffect, useState } from "react";
import { Desk, type DeskOptions } from "./desk";
import { DeskContext } from "./desk-context";
import { DeskView } from "./desk-view";
import { EditorSkeleton } from "./editor-skeleton";
import { Store } from "./store";
import { useStore } from "./use-store";
import "./editor.css";

/** Opens a draft for as long as it is on the page. */
export default function DraftDesk(options: DeskOptions) {
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
      <DeskView />
    </DeskContext>
  );
}
