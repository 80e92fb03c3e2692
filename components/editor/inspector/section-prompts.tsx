"use client";

import { useMemo } from "react";
import { draftParts } from "@/lib/draft/draft-parts";
import { fragmentJson } from "@/lib/draft/fragment-json";
import type { NodeJson } from "@/lib/spec/block-json";
import { useDesk } from "../desk-context";
import { PanelTitle } from "./panel-title";

/** Evaluation prompts of a section: which markers stand in it, and what each stands for. */
export function SectionPrompts({ blocks }: { blocks: readonly NodeJson[] }) {
  const desk = useDesk();
  const markers = useMemo(() => markersIn(blocks), [blocks]);
  if (markers.length === 0) return null;
  const { prompts } = draftParts(desk.session.ydoc);
  return (
    <section>
      <PanelTitle>Evaluation prompts</PanelTitle>
      <ul className="flex flex-col gap-1">
        {markers.map((id) => {
          const fragment = prompts.get(id);
          const texts = fragment ? wordsOf(fragmentJson(fragment)) : [];
          return (
            <li key={id}>
              <details className="group">
                <summary className="flex min-h-6 cursor-pointer items-baseline gap-2">
                  <code className="font-mono text-xs">^{id}</code>
                  <span className="text-ink-muted">
                    {fragment
                      ? `${texts.length} ${texts.length === 1 ? "passage" : "passages"}`
                      : "no prompts in this draft"}
                  </span>
                </summary>
                {texts.map((text, place) => (
                  <p
                    key={place}
                    className="mt-1.5 border-s-2 border-line ps-2.5 text-ink-muted [overflow-wrap:anywhere] whitespace-pre-wrap"
                  >
                    {text}
                  </p>
                ))}
              </details>
            </li>
          );
        })}
      </ul>
      <p className="mt-1.5 text-xs text-ink-muted">
        A marker is cut and put elsewhere like a letter; its prompts go along.
      </p>
    </section>
  );
}

function markersIn(blocks: readonly NodeJson[]): string[] {
  const found = new Set<string>();
  const visit = (node: NodeJson) => {
    const id = node.type === "evaluationMarker" ? node.attrs?.["id"] : undefined;
    if (typeof id === "string") found.add(id);
    node.content?.forEach(visit);
  };
  blocks.forEach(visit);
  return [...found];
}

/** Words of the blocks that hold any, one text each. */
function wordsOf(nodes: readonly NodeJson[]): string[] {
  return nodes.flatMap((node): string[] => {
    const text = (node.content ?? []).map((child) => child.text ?? "").join("");
    if (text.trim() !== "") return [text];
    return wordsOf(node.content ?? []);
  });
}
