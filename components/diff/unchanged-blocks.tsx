"use client";

import { useState, useTransition, type ReactNode, type ToggleEvent } from "react";
import type { ActionResult } from "@/lib/action-result";
import type { FoldProps } from "./diff-parts";
import type { UnchangedRange } from "./unchanged-range";

/** Fetches the text of blocks that did not change, drawn as on the page. */
export type ShowUnchanged = (range: UnchangedRange) => Promise<ActionResult<ReactNode>>;

export interface UnchangedBlocksProps extends FoldProps {
  show: ShowUnchanged;
}

/**
 * A fold whose text comes when somebody unfolds it: between two releases most of the text is the same, and
 * a page that carries it is three times as large.
 */
export function UnchangedBlocks({ words, range, show, href }: UnchangedBlocksProps) {
  const [text, setText] = useState<ReactNode>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const fetchText = () =>
    start(async () => {
      const result = await show(range).catch(() => null);
      if (result?.ok) setText(result.data);
      else setFailure(result?.error.message ?? "The text could not be fetched.");
    });
  const handleToggle = ({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => {
    if (currentTarget.open && text === null && !pending) fetchText();
  };
  return (
    <details className="diff-same" onToggle={handleToggle}>
      <summary>{words}</summary>
      {text ?? (
        <p className="diff-fetch" role="status">
          {pending ? "Fetching the text" : failure} <a href={href}>Show the page with all of it</a>
        </p>
      )}
    </details>
  );
}
