"use client";

import { useId, useState, type KeyboardEvent } from "react";
import { AuthorityBar } from "@/components/authority/authority-bar";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { useIndex } from "../desk-context";
import { findTargets } from "../index/find-targets";
import { AnchoredPanel } from "./anchored";

export interface ClausePickerProps {
  anchor: Element;
  label: string;
  chosen: string | null;
  /** Words for choosing none; left out where one must be chosen. */
  none?: string;
  /** Picks by the uid of a section and not by an id. */
  bySection?: boolean;
  onPick: (target: string | null) => void;
  onClose: () => void;
}

/** Looks for a clause by its title and picks it. */
export function ClausePicker({
  anchor,
  label,
  chosen,
  none,
  bySection,
  onPick,
  onClose,
}: ClausePickerProps) {
  const index = useIndex();
  const listId = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const found = findTargets(index, query, { examples: false, needsId: !bySection });
  const options = [
    ...found.map((target) => ({ ...target, value: bySection ? target.uid : target.id })),
    ...(none && query === ""
      ? [{ value: null, title: none, level: null, hint: "", uid: "none", id: null }]
      : []),
  ];
  const pick = (value: string | null) => {
    onPick(value);
    onClose();
  };
  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + options.length) % Math.max(1, options.length));
    else if (event.key === "Enter") {
      const option = options[active];
      if (option) pick(option.value);
    } else return;
    event.preventDefault();
  };
  return (
    <AnchoredPanel anchor={anchor} label={label} onClose={onClose}>
      <p className="mb-2 text-sm font-medium">{label}</p>
      <Input
        autoFocus
        role="combobox"
        aria-label="Search clauses"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={options[active] ? `${listId}-${active}` : undefined}
        placeholder="Search by title or id"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={handleKey}
      />
      <ul id={listId} role="listbox" aria-label={label} className="mt-2 max-h-64 overflow-y-auto">
        {options.map((option, place) => (
          <li
            key={option.uid}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(option.value)}
            onMouseEnter={() => setActive(place)}
            className={cn(
              "flex min-h-8 cursor-pointer items-center gap-2 rounded-xs px-2 py-1 aria-selected:bg-sunken",
              option.value !== null && option.value === chosen && "font-medium text-accent",
            )}
          >
            <span aria-hidden className="h-4 w-1.5 shrink-0">
              {option.level && (
                <AuthorityBar shape={option.level.shape} colour={option.level.colour} />
              )}
            </span>
            <span className="min-w-0 flex-1 truncate">{option.title}</span>
          </li>
        ))}
        {options.length === 0 && (
          <li className="px-2 py-1 text-ink-muted">Nothing is called so.</li>
        )}
      </ul>
    </AnchoredPanel>
  );
}
