"use client";

import { BookOpen, Hash, LayoutGrid, MessageSquare, Send } from "lucide-react";
import type { ReactNode } from "react";
import { fuzzyMatch } from "@/components/palette/fuzzy-match";
import type { PaletteItem } from "@/components/palette/palette-item";
import { PaletteProvider } from "@/components/palette/palette-provider";
import { ShortcutHelp } from "@/components/palette/shortcut-help";
import { CLAUSES } from "./samples";

const ACTIONS: PaletteItem[] = [
  {
    id: "components",
    section: "actions",
    label: "Go to components",
    icon: <LayoutGrid aria-hidden />,
    href: "/lab/ui",
  },
  {
    id: "reading",
    section: "actions",
    label: "Go to reading",
    icon: <BookOpen aria-hidden />,
    keywords: "type serif book",
    href: "/lab/ui/reading",
  },
  {
    id: "review",
    section: "actions",
    label: "Ask for review",
    icon: <Send aria-hidden />,
    hint: "Does nothing here",
    keys: ["R"],
    run: () => {},
  },
  {
    id: "comment",
    section: "actions",
    label: "Comment on this clause",
    icon: <MessageSquare aria-hidden />,
    hint: "Does nothing here",
    keys: ["C"],
    run: () => {},
  },
];

const SHORTCUTS = [
  {
    title: "Everywhere",
    shortcuts: [
      { keys: ["Mod", "K"], does: "Search and commands" },
      { keys: ["?"], does: "This list" },
      { keys: ["F8"], does: "Go to messages" },
    ],
  },
  {
    title: "In a list",
    shortcuts: [
      { keys: ["J"], does: "Next" },
      { keys: ["K"], does: "Previous" },
    ],
  },
];

/** The gallery's palette, with a search over the sample clauses. Typing "fail" shows a search that does not answer. */
export function LabPalette({ children }: { children: ReactNode }) {
  return (
    <PaletteProvider actions={ACTIONS} search={searchSamples}>
      {children}
      <ShortcutHelp groups={SHORTCUTS} />
    </PaletteProvider>
  );
}

async function searchSamples(query: string): Promise<PaletteItem[]> {
  if (query === "fail") throw new Error("The sample search fails when asked to.");
  return CLAUSES.filter((clause) => fuzzyMatch(query, clause.title)).map((clause) => ({
    id: clause.id,
    section: "clauses",
    label: clause.title,
    hint: clause.level,
    icon: <Hash aria-hidden />,
    href: `/lab/ui/reading#${clause.id}`,
  }));
}
