"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "./desk-context";
import { useStore } from "./use-store";

/** One's own words that lost their place, so that nothing is lost without a word. */
export function StrandedWords() {
  const desk = useDesk();
  const words = useStore(desk.stranded);
  if (words.length === 0) return null;
  return (
    <Notice
      announce
      tone="caution"
      title="Somebody removed a passage while you wrote in it"
      className="mx-auto my-4 max-w-2xl"
      actions={
        <>
          <CopyButton variant="secondary" text={words.join("\n\n")} label="Copy the words" />
          <Button size="sm" variant="quiet" onClick={() => desk.stranded.set([])}>
            Let it go
          </Button>
        </>
      }
    >
      <p>This is what it said last. Copy it to put it where it belongs now.</p>
      {words.map((passage, place) => (
        <blockquote
          key={place}
          className="mt-2 max-h-40 overflow-y-auto border-s-2 border-caution/40 ps-3 font-serif whitespace-pre-wrap"
        >
          {passage}
        </blockquote>
      ))}
    </Notice>
  );
}
