"use client";

import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { AuthorityBar } from "@/components/authority/authority-bar";
import { cn } from "@/components/ui/cn";
import { useDesk, useIndex } from "../desk-context";
import { findTargets } from "../index/find-targets";
import type { Suggestion } from "../keys/suggest";
import { useStore } from "../use-store";
import { applyKind, findKinds } from "./block-kinds";

interface Option {
  key: string;
  label: string;
  hint: string;
  icon: ReactNode;
  pick: () => void;
}

/** What `/` and `#` offer behind the caret. The caret stays in the text; arrows and Enter come here. */
export function SuggestList() {
  const desk = useDesk();
  const suggestion = useStore(desk.suggestion);
  if (!suggestion) return null;
  return <OpenList key={`${suggestion.trigger}${suggestion.from}`} suggestion={suggestion} />;
}

function OpenList({ suggestion }: { suggestion: Suggestion }) {
  const desk = useDesk();
  const options = useOptions(suggestion);
  const [active, setActive] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const at = Math.min(active, Math.max(0, options.length - 1));
  const close = () => desk.suggestion.set(null);

  useEffect(() => {
    desk.takeSuggestKeys((key) => {
      if (key === "close") close();
      else if (options.length === 0) return false;
      else if (key === "pick") options[at]?.pick();
      else setActive((at + (key === "down" ? 1 : -1) + options.length) % options.length);
      return true;
    });
  });
  // Beside the caret, above it where there is no room below. Set on the element: no style sheet needed.
  useLayoutEffect(() => {
    const editor = desk.editor.get();
    if (!box.current || !editor) return;
    const { left, bottom, top } = editor.view.coordsAtPos(suggestion.from);
    const { offsetHeight, offsetWidth } = box.current;
    const fitsBelow = bottom + offsetHeight + 12 < window.innerHeight;
    box.current.style.left = `${Math.max(8, Math.min(left, window.innerWidth - offsetWidth - 8))}px`;
    box.current.style.top = `${fitsBelow ? bottom + 6 : Math.max(8, top - offsetHeight - 6)}px`;
  });
  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: "nearest" });
    const option = options[at];
    const dom = desk.editor.get()?.view.dom;
    if (!dom || !option) return;
    dom.setAttribute("aria-activedescendant", `${listId}-${at}`);
    return () => dom.removeAttribute("aria-activedescendant");
  }, [at, desk, listId, options]);

  if (options.length === 0 && suggestion.query.includes(" ")) return null;
  const name = suggestion.trigger === "/" ? "Add to the text" : "Refer to";
  return (
    <div
      ref={box}
      className="fixed z-50 w-80 max-w-[calc(100vw-1rem)] animate-appear rounded-md border border-line bg-raised p-1 shadow-overlay"
    >
      <p className="px-2 pt-1 pb-1.5 text-xs text-ink-muted" aria-hidden>
        {name}
      </p>
      <ul id={listId} role="listbox" aria-label={name} className="max-h-78 overflow-y-auto">
        {options.map((option, place) => (
          <li
            key={option.key}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === at}
            onMouseDown={(event) => event.preventDefault()}
            // The list may open under a mouse that rests: only one that moves chooses.
            onMouseMove={({ movementX, movementY }) => {
              if (place !== at && (movementX || movementY)) setActive(place);
            }}
            onClick={option.pick}
            className={cn(
              "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-xs px-2 py-1",
              "aria-selected:bg-sunken aria-selected:inset-ring-1 aria-selected:inset-ring-line-strong [&_svg]:size-4 [&_svg]:shrink-0",
            )}
          >
            {option.icon}
            <span className="max-w-[75%] shrink-0 truncate">{option.label}</span>
            <span className="ms-auto min-w-0 truncate text-xs text-ink-muted">{option.hint}</span>
          </li>
        ))}
      </ul>
      {options.length === 0 && (
        <p className="px-2 pb-2 text-sm text-ink-muted">Nothing is called so.</p>
      )}
    </div>
  );
}

function useOptions({ trigger, query, from, to }: Suggestion): Option[] {
  const desk = useDesk();
  const index = useIndex();
  const editor = desk.editor.get();
  if (!editor) return [];
  if (trigger === "/") {
    return findKinds(query).map((kind) => ({
      key: kind.key,
      label: kind.label,
      hint: kind.hint,
      icon: <kind.icon aria-hidden className="text-ink-muted" />,
      pick: () => {
        desk.suggestion.set(null);
        applyKind(desk, editor, kind, { from, to });
      },
    }));
  }
  return findTargets(index, query, { examples: true, needsId: true }).map((target) => ({
    key: target.uid,
    label: target.title,
    hint: target.hint,
    icon: (
      <span aria-hidden className="h-4 w-1.5 shrink-0">
        {target.level && <AuthorityBar shape={target.level.shape} colour={target.level.colour} />}
      </span>
    ),
    pick: () => {
      const reference = editor.schema.nodes["crossReference"]!.create({ id: target.id });
      desk.suggestion.set(null);
      editor.view.dispatch(editor.state.tr.replaceWith(from, to, reference).scrollIntoView());
      editor.view.focus();
    },
  }));
}
