"use client";

import { useMemo, useState } from "react";
import { isNamedIn } from "@/lib/workflow/editorial";

export interface NotedSection {
  title: string;
  id: string | null;
}

/** The notes while they are written, and which sections they do not name yet. */
export function useNotes(start: string, sections: readonly NotedSection[]) {
  const [text, setText] = useState(start);
  const unnamed = useMemo(
    () => sections.filter((section) => !isNamedIn(section, text)),
    [sections, text],
  );
  return { text, setText, unnamed };
}
