import type { ReactNode } from "react";
import { LEVEL_CLASS } from "@/components/authority/level-look";
import type { BlockContext } from "@/components/blocks/block-context";
import { Blocks } from "@/components/blocks/blocks";
import type { Section } from "@/lib/spec/section-tree";
import { ClauseHeading } from "./clause-heading";

export interface ClauseSectionProps {
  section: Section;
  context: BlockContext;
  /** Above the heading: where old links lead, what a newer release says. */
  before?: ReactNode;
  /** Beside the text on a wide page, below it on a narrow one. */
  margin?: ReactNode;
}

/**
 * One section with its own blocks, without its subsections. `data-level` names its authority for the
 * filter, and the bar along its edge shows it.
 */
export function ClauseSection({ section, context, before, margin }: ClauseSectionProps) {
  const { id, authority, blocks, heading, number, level } = section;
  const look = authority === null ? null : context.levelOf(authority);
  return (
    <section
      id={id ?? undefined}
      className={look ? `clause level-bar ${LEVEL_CLASS[look.colour]}` : "clause"}
      data-depth={level}
      data-shape={look?.shape}
      data-level={look?.key}
    >
      {before}
      <ClauseHeading heading={heading} context={context} number={number.join(".")} ownsId={false} />
      {margin}
      <Blocks blocks={blocks} context={context} />
    </section>
  );
}
