"use client";

import dynamic from "next/dynamic";
import type { DeskOptions } from "./desk";
import { EditorSkeleton } from "./editor-skeleton";

// Its code is the size of the rest of the product together; pages that only show text carry none of it.
const DraftDesk = dynamic(() => import("./draft-desk"), { ssr: false, loading: EditorSkeleton });

export interface DraftEditorProps extends DeskOptions {
  /** The uid of a section: it alone is open, as a form. */
  formOf?: string;
}

/** The live editor of a draft. */
export function DraftEditor(props: DraftEditorProps) {
  return <DraftDesk {...props} />;
}
