import { slug } from "@/lib/spec/slug";
import { findMergedSections, type Flow } from "../match/find-merged-sections";
import type { SectionLayout } from "../match/layout";
import { sameContent } from "../parts/content-key";
import type { SectionPart } from "../parts/section-part";
import { heaviestIncreasing } from "../text/increasing";
import { sameWords } from "../text/tokens";
import { wordParts } from "../text/word-parts";
import { alternative, sure } from "./report";
import { classOfMove, type Telling } from "./telling";

/** Tells what became of the sections themselves, one row of the layout at a time. */
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
    if (from && to) this.#tellPair(from, to);
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

  #tellPair(from: SectionPart, to: SectionPart): void {
    const old = from.section;
    const now = to.section;
    if (!old || !now) return;
    this.#tellPlace(from, to);
    this.#tellName(from, to);
    const { report, levels } = this.telling;
    const places = { from: this.telling.from.section(from), to: this.telling.to.section(to) };
    const was = old.authority === null ? null : (levels.get(old.authority) ?? old.authority);
    if (was !== now.authority) {
      const values = { before: old.authority, after: now.authority };
      const direction = this.#direction(was, now.authority);
      report.add("section.authority", { class: "normative", ...places, ...values, direction }, [
        from,
        to,
      ]);
    }
    if (old.tags.join(" ") !== now.tags.join(" ")) {
      const values = { before: old.tags.join(" ") || null, after: now.tags.join(" ") || null };
      report.add("section.tags", { class: "normative", ...places, ...values }, [from, to]);
    }
    if (old.heading.attrs.extra !== now.heading.attrs.extra) {
      const values = {
        before: old.heading.attrs.extra || null,
        after: now.heading.attrs.extra || null,
      };
      report.add("section.attributes", { class: "editorial", ...places, ...values }, [from, to]);
    }
  }

  /** Both keys in the words of the document after. A section that became a clause was raised. */
  #direction(was: string | null, now: string | null): "raised" | "lowered" | null {
    const { levels } = this.telling.comparison.after.document;
    const rankOf = (key: string | null) =>
      key === null ? Infinity : levels.find((level) => level.key === key)?.rank;
    const [before, after] = [rankOf(was), rankOf(now)];
    if (before === undefined || after === undefined || before === after) return null;
    return after < before ? "raised" : "lowered";
  }

  #tellPlace(from: SectionPart, to: SectionPart): void {
    const { report } = this.telling;
    const places = { from: this.telling.from.section(from), to: this.telling.to.section(to) };
    const authority = to.section!.authority;
    const titles = { before: from.title, after: to.title };
    if (!sameParent(from, to)) {
      const kind = classOfMove(from, to, this.telling);
      report.add("section.moved", { class: kind, ...places, ...titles, authority }, [from, to]);
      return;
    }
    if (this.#reordered.has(from)) {
      report.add("section.reordered", { class: "editorial", ...places, ...titles, authority }, [
        from,
        to,
      ]);
    }
    if (from.section!.level !== to.section!.level) {
      const values = { before: String(from.section!.level), after: String(to.section!.level) };
      report.add("section.level", { class: "editorial", ...places, ...values }, [from, to]);
    }
  }

  #tellName(from: SectionPart, to: SectionPart): void {
    const { report, renames, comparison } = this.telling;
    const places = { from: this.telling.from.section(from), to: this.telling.to.section(to) };
    const { confidence } = comparison.sections.evidence(from);
    const alternatives =
      confidence >= 0.8
        ? []
        : [
            alternative(
              ["section.removed", "section.added"],
              1 - confidence,
              `“${from.title}” was removed, and “${to.title}” is a section of its own.`,
              places.from,
              places.to,
            ),
          ];
    const sureness = { confidence: sure(confidence), alternatives };
    const retitled = !sameContent(from.titleContent, to.titleContent);
    if (from.id !== to.id && !(retitled && followsTitle(from) && followsTitle(to))) {
      const values = { before: from.id, after: to.id };
      const change = report.add(
        "section.renamed",
        { class: "editorial", ...places, ...values, ...sureness },
        [from, to],
      );
      if (from.id !== null) renames.set(from.id, change.id);
    }
    if (!retitled) return;
    const same = sameWords(from.titleTokens, to.titleTokens);
    const change = report.add(
      "section.retitled",
      {
        class: same ? "typographic" : "normative",
        ...places,
        before: from.title,
        after: to.title,
        parts: wordParts(from.titleTokens, to.titleTokens),
        ...sureness,
      },
      [from, to],
    );
    if (from.id !== null && !renames.has(from.id)) renames.set(from.id, change.id);
  }
}

/** Where titles give ids, a new title gives a new id: that is one fact. */
function followsTitle({ id, title }: SectionPart): boolean {
  return id !== null && id.replace(/-\d+$/, "") === slug(title).replace(/-\d+$/, "");
}

function sameParent(from: SectionPart, to: SectionPart): boolean {
  return from.parent === null ? to.parent === null : from.parent.partner === to.parent;
}

/** Sections that stayed under their parent but not in their order. */
function reorderedSections(sections: readonly SectionPart[]): Set<SectionPart> {
  const byParent = new Map<SectionPart | null, SectionPart[]>();
  for (const part of sections) {
    if (!part.section || !part.partner || !sameParent(part, part.partner)) continue;
    const siblings = byParent.get(part.parent);
    if (siblings) siblings.push(part);
    else byParent.set(part.parent, [part]);
  }
  const found = new Set<SectionPart>();
  for (const siblings of byParent.values()) {
    const stays = heaviestIncreasing(
      siblings.map((part) => part.partner!.index),
      (index) => siblings[index]!.subtree().reduce((sum, each) => sum + each.weight + 1, 0),
    );
    siblings.forEach((part, index) => {
      if (!stays[index]) found.add(part);
    });
  }
  return found;
}
