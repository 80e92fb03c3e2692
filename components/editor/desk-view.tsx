"use client";

import { useCallback, useState } from "react";
import { cn } from "@/components/ui/cn";
import { DeskBar } from "./desk-bar";
import { useDesk, useSession } from "./desk-context";
import { EditorSkeleton } from "./editor-skeleton";
import { FindBar } from "./find/find-bar";
import { ClauseForm } from "./form/clause-form";
import { Inspector } from "./inspector/inspector";
import { MenuHost } from "./menus/menu-host";
import { SuggestList } from "./menus/suggest-list";
import { Outline } from "./outline/outline";
import { ScrollSpy } from "./outline/scroll-spy";
import { LeaveGuard } from "./session/leave-guard";
import { OlderCopies } from "./session/older-copies";
import { Spoken } from "./spoken";
import { StrandedWords } from "./stranded-words";
import { PromptsPanel } from "./prompts/prompts-panel";
import { BubbleBar } from "./text/bubble-bar";
import { Trouble } from "./trouble";

export interface Columns {
  outline: boolean;
  inspector: boolean;
}

/** The three columns: outline, page, inspector. The outer ones fold; on a phone they are sheets. */
export function DeskView() {
  const desk = useDesk();
  const [columns, setColumns] = useState<Columns>({ outline: true, inspector: true });
  return (
    <>
      <DeskBar columns={columns} onColumns={setColumns} />
      <div className="flex items-stretch">
        <aside
          aria-label="Outline column"
          className={cn(COLUMN, "w-68 border-e max-lg:hidden", !columns.outline && "hidden")}
        >
          <div className={cn(STICKY, "ps-2 pt-3")}>
            <Outline />
          </div>
        </aside>
        <div className="min-w-0 flex-1">
          <Trouble />
          <OlderCopies />
          <StrandedWords />
          <TextPage />
        </div>
        <aside
          aria-label="About this section"
          className={cn(COLUMN, "w-72 border-s max-xl:hidden", !columns.inspector && "hidden")}
        >
          <div className={cn(STICKY, "overflow-y-auto p-4")}>
            <Inspector />
          </div>
        </aside>
      </div>
      <FindBar />
      <BubbleBar />
      <SuggestList />
      <MenuHost />
      <ClauseForm />
      <PromptsPanel />
      <ScrollSpy />
      <LeaveGuard />
      <Spoken />
      <p id="ed-help" className="sr-only">
        Escape and then Tab leaves the text. Control or Command with full stop opens the menu of a
        block.
        {` ${desk.options.title}`}
      </p>
    </>
  );
}

const COLUMN = "shrink-0 border-line";
const STICKY = "sticky top-[6.25rem] flex h-[calc(100dvh-6.25rem)] flex-col";

/** The text, once it is complete; until then its shape, so that an empty page never looks like the spec. */
function TextPage() {
  const desk = useDesk();
  const { isOpen, canWrite, condition } = useSession();
  const mayWrite = canWrite && condition.kind !== "closed";
  const place = useCallback(
    (element: HTMLDivElement | null) => (element ? desk.mount(element, mayWrite) : undefined),
    [desk, mayWrite],
  );
  if (!isOpen) return condition.kind === "closed" ? null : <EditorSkeleton />;
  return <div key={String(mayWrite)} ref={place} className="ed-page" />;
}
