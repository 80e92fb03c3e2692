"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Section } from "@/lib/spec/section-tree";
import { useDesk, useIndex, useSession } from "../desk-context";
import { useStore } from "../use-store";
import { PanelTitle } from "./panel-title";

export interface SectionPromptsProps {
  section: Section;
  /** Called when prompts are opened: they take the place of this on a phone. */
  onGo?: () => void;
}

/** Evaluation prompts of a section: which markers stand in it, and those that stand nowhere. */
export function SectionPrompts({ section, onGo }: SectionPromptsProps) {
  const desk = useDesk();
  const { markers } = useIndex();
  const { canWrite } = useSession();
  const counts = useStore(desk.prompts.counts);
  const open = (id: string) => {
    onGo?.();
    desk.prompts.open(id);
  };
  const add = () => {
    onGo?.();
    desk.prompts.addHere();
  };
  const here = new Set(markers.filter((marker) => marker.section === section).map(({ id }) => id));
  const placed = new Set(markers.map(({ id }) => id));
  const elsewhere = [...counts.keys()].filter((id) => !placed.has(id));
  if (here.size + elsewhere.length === 0 && !canWrite) return null;
  return (
    <section>
      <PanelTitle>Evaluation prompts</PanelTitle>
      {here.size === 0 && (
        <p className="text-ink-muted">No sentence of this section is tested by prompts yet.</p>
      )}
      <MarkerList ids={[...here]} counts={counts} open={open} />
      {canWrite && (
        <Button size="sm" className="mt-1.5" onClick={add}>
          <Plus aria-hidden /> Prompts at the caret
        </Button>
      )}
      {elsewhere.length > 0 && (
        <>
          <p className="mt-3 text-ink-muted">These hang on no sentence:</p>
          <MarkerList ids={elsewhere} counts={counts} open={open} />
        </>
      )}
    </section>
  );
}

interface MarkerListProps {
  ids: readonly string[];
  counts: ReadonlyMap<string, number>;
  open: (id: string) => void;
}

function MarkerList({ ids, counts, open }: MarkerListProps) {
  return (
    <ul className="flex flex-col">
      {ids.map((id) => (
        <li key={id}>
          <button
            type="button"
            className="link inline-flex min-h-7 items-baseline gap-2 text-start"
            onClick={() => open(id)}
          >
            <code className="font-mono text-xs">^{id}</code> {promptWords(counts.get(id))}
          </button>
        </li>
      ))}
    </ul>
  );
}

function promptWords(count: number | undefined): string {
  if (count === undefined) return "not written yet";
  return count === 1 ? "1 prompt" : `${count} prompts`;
}
