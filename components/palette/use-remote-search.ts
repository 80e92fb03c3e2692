"use client";

import { useEffect, useState } from "react";
import type { PaletteItem, PaletteSearch } from "./palette-item";

// Long enough to skip the letters in the middle of a word, short enough to feel at once.
const PAUSE_MS = 150;

interface Answer {
  query: string;
  attempt: number;
  items: PaletteItem[];
  failed: boolean;
}

const NOTHING: Answer = { query: "", attempt: 0, items: [], failed: false };

/** Searches when typing pauses. Answers to a query that has changed since are dropped, and their request is called off. */
export function useRemoteSearch(search: PaletteSearch | undefined, typed: string) {
  const query = search ? typed.trim() : "";
  const [answer, setAnswer] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!search || !query) return;
    const controller = new AbortController();
    const settle = (items: PaletteItem[], failed: boolean) => {
      if (!controller.signal.aborted) setAnswer({ query, attempt, items, failed });
    };
    const timer = setTimeout(() => {
      search(query, controller.signal).then(
        (items) => settle(items, false),
        () => settle([], true),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [search, query, attempt]);

  const current = answer.query === query && answer.attempt === attempt;
  return {
    /** While a new answer is on its way, the old one stays, so that the list does not flicker. */
    items: query ? answer.items : [],
    loading: query !== "" && !current,
    failed: query !== "" && current && answer.failed,
    retry: () => setAttempt((count) => count + 1),
  };
}
