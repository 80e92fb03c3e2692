import { findMergedSections, type Flow } from "../match/find-merged-sections";
import type { SectionLayout } from "../match/layout";
import type { SectionPart } from "../parts/section-part";
import { alternative, sure } from "./report";
import { reorderedSections } from "./reordered-sections";
import { tellSectionPair } from "./tell-section-pair";
import type { Telling } from "./telling";

/** Tells what became of the sections themselves, one row of the layout at a time: who came, went, merged, split. */
export class SectionTeller {
  readonly #merged: Map<SectionPart, Flow>;
  readonly #split: Map<SectionPart, Flow>;
  readonly #reordered: Set<SectionPart>;

  constructor(private readonly telling: Telling) {
    const { merged, split } = findMergedSections(telling.comparison);
    this.#merged = new Map(merged.map((flow) => [flow.part, flow]));
    this.#split = new Map(split.map((flow) => [flow.part, flow]));
    this.#reordered = reorderedSections(telling.comparison.before.sections);
  }

  tell({ from, to }: SectionLayout): void {
    if (from && to) tellSectionPair(from, to, this.#reordered.has(from), this.telling);
    else if (from) this.#tellGone(from);
    else if (to) this.#tellNew(to);
  }

  #tellGone(part: SectionPart): void {
    const { report, sectionChanges } = this.telling;
    const flow = this.#merged.get(part);
    const place = this.telling.from.section(part);
    const partOf = flow ? this.#tellMerged(part, flow) : null;
    const change = report.add(
      "section.removed",
      {
        class: "normative",
        from: place,
        to: null,
        before: part.title,
        authority: part.section?.authority ?? null,
        partOf,
        ...this.#rival(part, "section.added"),
      },
      [part],
    );
    sectionChanges.set(part, change.id);
  }

  #tellNew(part: SectionPart): void {
    const { report, sectionChanges } = this.telling;
    const flow = this.#split.get(part);
    const partOf = flow ? this.#tellSplit(part, flow) : null;
    const change = report.add(
      "section.added",
      {
        class: "normative",
        from: null,
        to: this.telling.to.section(part),
        after: part.title,
        authority: part.section?.authority ?? null,
        partOf,
        ...this.#rival(part, "section.removed"),
      },
      [part],
    );
    sectionChanges.set(part, change.id);
  }

  #tellMerged(part: SectionPart, { into, share }: Flow): string {
    const { report, from, to } = this.telling;
    const sources = [from.section(part), from.section(into.partner!)];
    const target = to.section(into);
    return report.add(
      "section.merged",
      {
        class: "normative",
        from: sources[0]!,
        to: target,
        before: part.title,
        after: into.title,
        sources,
        confidence: sure(0.45 + share / 2),
        alternatives: [
          alternative(
            ["section.removed"],
            0.55 - share / 2,
            "The section was removed, and texts of it found another home.",
            sources[0]!,
          ),
        ],
      },
      [part, into],
    ).id;
  }

  #tellSplit(part: SectionPart, { into, share }: Flow): string {
    const { report, from, to } = this.telling;
    const targets = [to.section(into.partner!), to.section(part)];
    const source = from.section(into);
    return report.add(
      "section.split",
      {
        class: "normative",
        from: source,
        to: targets[1]!,
        before: into.title,
        after: part.title,
        targets,
        confidence: sure(0.45 + share / 2),
        alternatives: [
          alternative(
            ["section.added"],
            0.55 - share / 2,
            "The section is new, and took texts from another.",
            null,
            targets[1]!,
          ),
        ],
      },
      [part, into],
    ).id;
  }

  /** Says what else a section without a partner might have become, when something comes near. */
  #rival(part: SectionPart, other: "section.added" | "section.removed") {
    const rival = this.telling.comparison.rivals.get(part);
    if (!rival || rival.part.partner !== null || rival.score < 0.25) return {};
    const [before, after] = other === "section.added" ? [part, rival.part] : [rival.part, part];
    const places = [this.telling.from.section(before), this.telling.to.section(after)] as const;
    const kinds = before.id === after.id ? [] : (["section.renamed"] as const);
    return {
      confidence: sure(1 - rival.score / 2),
      alternatives: [
        alternative(
          [...kinds, "section.retitled"],
          rival.score,
          `“${before.title}” became “${after.title}” and was rewritten.`,
          ...places,
        ),
      ],
    };
  }
}
