"use client";

import { Filter, Plus } from "lucide-react";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { AuthorityFilter } from "@/components/authority/authority-filter";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { useDesk, useFindings, useIndex, useSession } from "../desk-context";
import type { OutlineLine } from "../index/spec-index";
import { usePresence } from "../people/use-presence";
import { useStore } from "../use-store";
import { OutlineRow } from "./outline-row";
import { useSectionDrag } from "./use-section-drag";
import { visibleLines } from "./visible-lines";

export interface OutlineProps {
  /** Called when somebody went somewhere: a sheet closes. */
  onGo?: () => void;
}

/** The sections as a tree: where one is, who is where, what to look at, and moving by drag or by keys. */
export function Outline({ onGo }: OutlineProps) {
  const desk = useDesk();
  const { lines, words } = useIndex();
  const { canWrite } = useSession();
  const findings = useFindings();
  const people = usePresence();
  const here = useStore(desk.inView);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [levels, setLevels] = useState<string[]>([]);
  const [focused, setFocused] = useState<string | null>(null);
  const drag = useSectionDrag((uid, drop) => desk.move(uid, { kind: drop.kind, target: drop.uid }));
  const list = useRef<HTMLUListElement>(null);
  const shown = visibleLines(lines, { collapsed, levels });
  const counts = useMemo(() => countFindings(lines, findings), [lines, findings]);
  const tabStop = shown.some(({ uid }) => uid === focused)
    ? focused
    : (here ?? shown[0]?.uid ?? null);

  const focus = (uid: string | undefined) => {
    if (!uid) return;
    setFocused(uid);
    list.current?.querySelector<HTMLElement>(`[data-uid="${CSS.escape(uid)}"]`)?.focus();
  };
  const collapse = (uid: string, to?: boolean) =>
    setCollapsed((before) => {
      const next = new Set(before);
      if (to ?? !before.has(uid)) next.add(uid);
      else next.delete(uid);
      return next;
    });
  const go = (line: OutlineLine) => {
    desk.goTo(line.uid);
    onGo?.();
  };
  const handleKey = (event: KeyboardEvent, line: OutlineLine) => {
    const place = shown.indexOf(line);
    const move = event.altKey && event.shiftKey ? MOVES[event.key] : undefined;
    if (move && canWrite) {
      event.preventDefault();
      desk.move(line.uid, { kind: move });
      return requestAnimationFrame(() => focus(line.uid));
    }
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => focus(shown[place + 1]?.uid),
      ArrowUp: () => focus(shown[place - 1]?.uid),
      Home: () => focus(shown[0]?.uid),
      End: () => focus(shown.at(-1)?.uid),
      ArrowRight: () =>
        collapsed.has(line.uid) ? collapse(line.uid, false) : focus(shown[place + 1]?.uid),
      ArrowLeft: () =>
        line.hasChildren && !collapsed.has(line.uid)
          ? collapse(line.uid, true)
          : focus(line.parentUid ?? undefined),
      Enter: () => go(line),
      " ": () => go(line),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    <nav aria-label="Outline" className="flex min-h-0 flex-1 flex-col">
      <OutlineHeader
        words={words}
        sections={lines.length}
        canWrite={canWrite}
        levels={levels}
        onLevels={setLevels}
      />
      {lines.length === 0 && (
        <p className="px-3 py-2 text-sm text-ink-muted">
          Sections appear here. Press / in the text to begin one.
        </p>
      )}
      {lines.length > 0 && (
        <ul
          ref={list}
          role="tree"
          aria-label="Sections"
          className="min-h-0 flex-1 overflow-y-auto pe-1 pb-6"
          onDragLeave={drag.leave}
        >
          {shown.map((line) => (
            <OutlineRow
              key={line.uid}
              line={line}
              isHere={line.uid === here}
              isTabStop={line.uid === tabStop}
              isCollapsed={collapsed.has(line.uid)}
              findings={counts.get(line.uid) ?? 0}
              people={people.filter((person) => !person.isMe && person.sections.includes(line.uid))}
              drop={drag.drop?.uid === line.uid ? drag.drop.kind : null}
              canMove={canWrite}
              onGo={() => go(line)}
              onCollapse={() => collapse(line.uid)}
              onKeyDown={(event) => handleKey(event, line)}
              onFocus={() => setFocused(line.uid)}
              onDragStart={() => drag.start(line.uid)}
              onDragOver={(event) => drag.over(event, line.uid)}
              onDrop={drag.end}
            />
          ))}
        </ul>
      )}
    </nav>
  );
}

interface OutlineHeaderProps {
  words: number;
  sections: number;
  canWrite: boolean;
  /** Names of levels that show; none shows all. */
  levels: string[];
  onLevels: (levels: string[]) => void;
}

/** How much there is, and what the outline shows of it. */
function OutlineHeader({ words, sections, canWrite, levels, onLevels }: OutlineHeaderProps) {
  const desk = useDesk();
  const known = useStore(desk.levelStore);
  return (
    <header className="flex items-center justify-between gap-2 ps-3 pe-1 pb-1">
      <p className="text-xs text-ink-muted tabular-nums">
        {words.toLocaleString("en-GB")} words · {sections} {sections === 1 ? "section" : "sections"}
      </p>
      <div className="flex">
        {canWrite && (
          <IconButton
            size="sm"
            aria-label="Add a section at the end"
            onClick={() => desk.addSection()}
          >
            <Plus aria-hidden />
          </IconButton>
        )}
        <Popover
          label="Filter by authority"
          align="end"
          trigger={
            <IconButton size="sm" aria-label="Filter by authority" tooltip={false}>
              <Filter
                aria-hidden
                className={levels.length > 0 ? "fill-accent text-accent" : undefined}
              />
            </IconButton>
          }
        >
          <AuthorityFilter levels={[...known]} selected={levels} onChange={onLevels} />
        </Popover>
      </div>
    </header>
  );
}

const MOVES: Record<string, "up" | "down" | "in" | "out"> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "out",
  ArrowRight: "in",
};

/** Findings by the section they stand in, by its uid. */
function countFindings(
  lines: readonly OutlineLine[],
  findings: readonly { sectionId: string | null; uid: string | null; severity: string }[],
): Map<string, number> {
  const byId = new Map(lines.map(({ id, uid }) => [id, uid]));
  const known = new Set(lines.map(({ uid }) => uid));
  const counts = new Map<string, number>();
  for (const { sectionId, uid, severity } of findings) {
    if (severity === "hint") continue;
    const place =
      uid !== null && known.has(uid) ? uid : sectionId === null ? undefined : byId.get(sectionId);
    if (place) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}
