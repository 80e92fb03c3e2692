"use client";

import { CaseSensitive, ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { useDesk, useSession } from "../desk-context";
import { useStore } from "../use-store";
import { findState, replaceAll, replaceHere, startFind, stepFind } from "./find-plugin";

/** Looks for words over the whole spec, and replaces them. */
export function FindBar() {
  const desk = useDesk();
  const isOpen = useStore(desk.isFinding);
  return isOpen ? <OpenBar /> : null;
}

function OpenBar() {
  const desk = useDesk();
  const { canWrite } = useSession();
  const editor = useStore(desk.editor);
  const [query, setQuery] = useState(() => selectedWords(desk.editor.get()));
  const [matchCase, setMatchCase] = useState(false);
  const [words, setWords] = useState("");
  const [found, setFound] = useState({ count: 0, current: -1 });
  const [replaced, setReplaced] = useState<number | null>(null);

  useEffect(() => {
    if (!editor) return;
    const look = () => {
      const { matches, current } = findState(editor);
      setFound((before) =>
        before.count === matches.length && before.current === current
          ? before
          : { count: matches.length, current },
      );
    };
    editor.on("transaction", look);
    startFind(editor, { query, matchCase });
    return () => {
      editor.off("transaction", look);
      if (!editor.isDestroyed) startFind(editor, null);
    };
  }, [editor, query, matchCase]);

  if (!editor) return null;
  const close = () => {
    desk.isFinding.set(false);
    editor.view.focus();
  };
  const count =
    replaced !== null
      ? `Replaced in ${replaced} ${replaced === 1 ? "place" : "places"}. One undo takes it all back.`
      : query === ""
        ? ""
        : found.count === 0
          ? "Nothing found"
          : `${found.current + 1} of ${found.count}`;
  return (
    <search
      aria-label="Find and replace"
      className="fixed end-3 top-28 z-40 flex w-96 max-w-[calc(100vw-1.5rem)] animate-appear flex-col gap-2 rounded-md border border-line bg-raised p-3 shadow-overlay"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        else if (
          event.key === "Enter" &&
          (event.target as HTMLElement).dataset["find"] === "query"
        ) {
          stepFind(editor, event.shiftKey ? -1 : 1);
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="flex items-center gap-1">
        <Input
          autoFocus
          data-find="query"
          aria-label="Find"
          placeholder="Find in the whole spec"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setReplaced(null);
          }}
        />
        <IconButton
          size="sm"
          aria-label="Match capitals"
          aria-pressed={matchCase}
          className="aria-pressed:bg-accent-wash aria-pressed:text-accent"
          onClick={() => setMatchCase(!matchCase)}
        >
          <CaseSensitive aria-hidden />
        </IconButton>
        <IconButton size="sm" aria-label="Previous" onClick={() => stepFind(editor, -1)}>
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton size="sm" aria-label="Next" onClick={() => stepFind(editor, 1)}>
          <ChevronDown aria-hidden />
        </IconButton>
        <IconButton size="sm" aria-label="Close" tooltip={false} onClick={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      {canWrite && (
        <Input
          aria-label="Replace with"
          placeholder="Replace with"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <div className="flex min-h-8 items-center gap-1">
        <p role="status" className="min-w-0 flex-1 text-xs text-ink-muted tabular-nums">
          {count}
        </p>
        {canWrite && (
          <>
            <Button size="sm" onClick={() => replaceHere(editor, words)}>
              Replace
            </Button>
            <Button size="sm" onClick={() => setReplaced(replaceAll(editor, words))}>
              Replace all
            </Button>
          </>
        )}
      </div>
    </search>
  );
}

function selectedWords(
  editor: ReturnType<typeof useDesk>["editor"] extends { get: () => infer E } ? E : never,
): string {
  if (!editor || editor.state.selection.empty) return "";
  const { from, to } = editor.state.selection;
  const words = editor.state.doc.textBetween(from, to, "\n");
  return words.length < 80 && !words.includes("\n") ? words : "";
}
