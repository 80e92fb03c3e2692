"use client";

import { useEffect, useRef } from "react";
import { SECTION_TITLES, type PaletteItem } from "./palette-item";
import { PaletteOption } from "./palette-option";
import type { RankedSection } from "./rank-items";

export interface PaletteListProps {
  /** Start of the options' ids; the list itself is `<id>-list`. */
  id: string;
  sections: RankedSection[];
  /** Place of the active option, counted over all sections. */
  active: number;
  onChoose: (item: PaletteItem) => void;
  onPoint: (place: number) => void;
}

/** The options by section. Keeps the active one in sight. */
export function PaletteList({ id, sections, active, onChoose, onPoint }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current
      ?.querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }, [active, sections]);

  const firsts = sections.map((_, index) =>
    sections.slice(0, index).reduce((sum, section) => sum + section.items.length, 0),
  );
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label="Results"
      className="min-h-0 flex-1 overflow-y-auto p-2 empty:hidden"
    >
      {sections.map(({ section, items }, index) => (
        <div key={section} role="group" aria-labelledby={`${id}-${section}`}>
          <p id={`${id}-${section}`} className="px-3 pt-2 pb-1 text-xs text-ink-muted">
            {SECTION_TITLES[section]}
          </p>
          {items.map((ranked, offset) => {
            const place = (firsts[index] ?? 0) + offset;
            return (
              <PaletteOption
                key={ranked.item.id}
                id={`${id}-${place}`}
                ranked={ranked}
                active={place === active}
                onChoose={() => onChoose(ranked.item)}
                onPoint={() => onPoint(place)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
