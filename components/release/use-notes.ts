"use client";

import { useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/action-result";

/** Keys of sections whose change some notes do not tell. */
export type CheckNotes = (input: {
  specId: string;
  seenSeq: string;
  notes: string;
}) => Promise<ActionResult<string[]>>;

export interface NotesStart {
  specId: string;
  headSeq: string;
  notes: string;
  untold: readonly string[];
  check: CheckNotes;
}

const PAUSE_MS = 700;

/** The notes while they are written, and which changes they do not tell yet: asked for in pauses. */
export function useNotes({ specId, headSeq, notes, untold: start, check }: NotesStart) {
  const [text, setText] = useState(notes);
  const [untold, setUntold] = useState(start);
  const newest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    const turn = (newest.current += 1);
    timer.current = setTimeout(() => {
      check({ specId, seenSeq: headSeq, notes: next }).then(
        // An answer about older words comes too late.
        (answer) => answer.ok && turn === newest.current && setUntold(answer.data),
        // Without a connection the last answer stands; what counts is checked in the review anyway.
        () => undefined,
      );
    }, PAUSE_MS);
  };
  const stop = () => clearTimeout(timer.current);
  return { text, write, untold, stop };
}
