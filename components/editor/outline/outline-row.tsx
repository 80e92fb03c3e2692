"use client";

import { ChevronRight } from "lucide-react";
import type { DragEvent, KeyboardEvent } from "react";
import { AuthorityBar } from "@/components/authority/authority-bar";
import { cn } from "@/components/ui/cn";
import type { OutlineLine } from "../index/spec-index";
import type { Presence } from "../people/use-presence";

export interface OutlineRowProps {
  line: OutlineLine;
  isHere: boolean;
  isTabStop: boolean;
  isCollapsed: boolean;
  /** Errors and warnings of the linter. */
  findings: number;
  people: readonly Presence[];
  drop: "before" | "after" | "inside" | null;
  canMove: boolean;
  onGo: () => void;
  onCollapse: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
  onDragStart: () => void;
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDrop: () => void;
}

/** One section in the outline. */
export function OutlineRow({ line, drop, people, findings, ...row }: OutlineRowProps) {
  const level = line.authority ?? (row.isCollapsed ? line.badge : null);
  return (
    <li
      role="treeitem"
      aria-level={line.depth + 1}
      aria-expanded={line.hasChildren ? !row.isCollapsed : undefined}
      aria-selected={row.isHere}
      aria-label={nameOf(line, people, findings)}
      data-uid={line.uid}
      tabIndex={row.isTabStop ? 0 : -1}
      draggable={row.canMove}
      onClick={row.onGo}
      onKeyDown={row.onKeyDown}
      onFocus={row.onFocus}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        row.onDragStart();
      }}
      onDragOver={row.onDragOver}
      onDrop={(event) => {
        event.preventDefault();
        row.onDrop();
      }}
      style={{ paddingInlineStart: `${line.depth * 0.875 + 0.25}rem` }}
      className={cn(
        "relative flex min-h-8 cursor-pointer items-center gap-1.5 rounded-sm pe-2 text-sm text-ink-muted select-none hover:bg-sunken hover:text-ink",
        "aria-selected:bg-accent-wash aria-selected:text-accent focus-visible:outline-offset-[-2px]",
        line.depth === 0 && "mt-1 font-medium text-ink",
        drop === "inside" && "bg-accent-wash outline-2 outline-accent",
        drop === "before" &&
          "before:absolute before:inset-x-1 before:-top-px before:h-0.5 before:bg-accent",
        drop === "after" &&
          "before:absolute before:inset-x-1 before:-bottom-px before:h-0.5 before:bg-accent",
      )}
    >
      <span
        className={cn(
          "flex size-5 shrink-0 items-center justify-center rounded-xs",
          line.hasChildren && "hover:bg-line",
        )}
        onClick={(event) => {
          if (!line.hasChildren) return;
          event.stopPropagation();
          row.onCollapse();
        }}
      >
        {line.hasChildren && (
          <ChevronRight
            aria-hidden
            className={cn("size-3.5 transition-transform", !row.isCollapsed && "rotate-90")}
          />
        )}
      </span>
      <span aria-hidden className="h-4 w-1.5 shrink-0">
        {level && <AuthorityBar shape={level.shape} colour={level.colour} />}
      </span>
      <span className={cn("min-w-0 flex-1 truncate py-1", !line.title && "italic opacity-70")}>
        {line.title || "Untitled"}
      </span>
      {people.map(({ id, colour, name }) => (
        <span
          key={id}
          aria-hidden
          title={name}
          className="size-2 shrink-0 rounded-full"
          style={{ backgroundColor: colour }}
        />
      ))}
      {findings > 0 && (
        <span
          aria-hidden
          className="min-w-4 rounded-full bg-caution-wash px-1 text-center text-2xs font-semibold text-caution tabular-nums"
        >
          {findings}
        </span>
      )}
    </li>
  );
}

function nameOf(line: OutlineLine, people: readonly Presence[], findings: number): string {
  return [
    line.title || "Untitled",
    line.authority && `${line.authority.name} level`,
    people.length > 0 && `here: ${people.map(({ name }) => name).join(", ")}`,
    findings > 0 && `${findings} to look at`,
  ]
    .filter(Boolean)
    .join(", ");
}
