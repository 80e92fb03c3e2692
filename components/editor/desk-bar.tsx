"use client";

import { Eye, ListTree, PanelRight, Pencil, Search } from "lucide-react";
import { useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";
import { useDesk, useSession } from "./desk-context";
import type { Columns } from "./desk-view";
import { Inspector } from "./inspector/inspector";
import { Outline } from "./outline/outline";
import { PeopleRow } from "./people/people-row";
import { SaveState } from "./session/save-state";
import { useStore } from "./use-store";

export interface DeskBarProps {
  columns: Columns;
  onColumns: (columns: Columns) => void;
}

/** The strip above the text: what one can trust, who is here, what comes next. */
export function DeskBar({ columns, onColumns }: DeskBarProps) {
  const desk = useDesk();
  const { canWrite } = useSession();
  return (
    <div
      role="region"
      aria-label="Draft"
      className="sticky top-14 z-20 flex min-h-11 items-center gap-1 border-b border-line bg-surface px-2 sm:gap-2 sm:px-4"
      data-print="hidden"
    >
      <IconButton
        size="sm"
        aria-label="Outline"
        aria-pressed={columns.outline}
        className="max-lg:hidden"
        onClick={() => onColumns({ ...columns, outline: !columns.outline })}
      >
        <ListTree aria-hidden />
      </IconButton>
      <OutlineSheet />
      <SaveState />
      <div className="flex-1" />
      <PeopleRow />
      <IconButton
        size="sm"
        aria-label="Find and replace"
        onClick={() => desk.isFinding.set(!desk.isFinding.get())}
      >
        <Search aria-hidden />
      </IconButton>
      {canWrite && <ModeSwitch />}
      {canWrite && (
        <ButtonLink
          href={`/w/${desk.options.slug}/releases/new`}
          variant="primary"
          size="sm"
          className="max-sm:hidden"
        >
          Ask for review
        </ButtonLink>
      )}
      <InspectorSheet />
      <IconButton
        size="sm"
        aria-label="About this section"
        aria-pressed={columns.inspector}
        className="max-xl:hidden"
        onClick={() => onColumns({ ...columns, inspector: !columns.inspector })}
      >
        <PanelRight aria-hidden />
      </IconButton>
    </div>
  );
}

/** Editing and reading are two states: in reading no key changes anything. */
function ModeSwitch() {
  const desk = useDesk();
  const mode = useStore(desk.mode);
  const isReading = mode === "reading";
  const Icon = isReading ? Pencil : Eye;
  return (
    <Button
      size="sm"
      variant="quiet"
      aria-label={isReading ? "Edit" : "Read without editing"}
      onClick={() => desk.setMode(isReading ? "editing" : "reading")}
    >
      <Icon aria-hidden />
      <span className="max-sm:hidden">{isReading ? "Edit" : "Read"}</span>
    </Button>
  );
}

function OutlineSheet() {
  const [open, setOpen] = useState(false);
  return (
    <div className="lg:hidden">
      <Sheet
        title="Outline"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton size="sm" aria-label="Outline" tooltip={false}>
            <ListTree aria-hidden />
          </IconButton>
        }
      >
        <Outline onGo={() => setOpen(false)} />
      </Sheet>
    </div>
  );
}

function InspectorSheet() {
  const [open, setOpen] = useState(false);
  return (
    <div className="xl:hidden">
      <Sheet
        title="About this section"
        side="end"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton size="sm" aria-label="About this section" tooltip={false}>
            <PanelRight aria-hidden />
          </IconButton>
        }
      >
        <div className="p-1">
          <Inspector onGo={() => setOpen(false)} />
        </div>
      </Sheet>
    </div>
  );
}
