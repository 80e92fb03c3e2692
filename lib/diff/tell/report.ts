import type { Change, ChangeKind, ChangeOf, Place } from "../change";
import type { ExamplePart } from "../parts/example-part";
import type { SectionPart } from "../parts/section-part";
import type { UnitPart } from "../parts/unit-part";

/** What changes are about, so that a view finds them from the text. */
export type Touched = SectionPart | UnitPart | ExamplePart;

type Told = "class" | "from" | "to";
/** What a teller must say about a change; the rest has a plain default. */
type Telling<K extends ChangeKind> = Pick<Common, Told> &
  Partial<Omit<Common, Told | "id" | "kind">> &
  Omit<ChangeOf<K>, keyof Common>;
type Common = ChangeOf<"spec.retitled">;

/** The list as it grows, in reading order. */
export class Report {
  readonly changes: Change[] = [];
  readonly #touching = new Map<Touched, string[]>();

  /** @param touched The parts that it is about, on either side. */
  add<K extends ChangeKind>(
    kind: K,
    telling: Telling<K>,
    touched: readonly (Touched | null)[] = [],
  ): ChangeOf<K> {
    const change = {
      id: `c${this.changes.length + 1}`,
      kind,
      before: null,
      after: null,
      parts: [],
      confidence: 1,
      alternatives: [],
      partOf: null,
      ...telling,
    } as unknown as ChangeOf<K>;
    this.changes.push(change as unknown as Change);
    for (const part of touched) if (part) this.touch(part, change.id);
    return change;
  }

  touch(part: Touched, id: string): void {
    const ids = this.#touching.get(part);
    if (!ids) this.#touching.set(part, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }

  /** The changes that are about a part. */
  listAbout(part: Touched): Change[] {
    return this.about(part).map((id) => this.changes[Number(id.slice(1)) - 1]!);
  }

  /** Ids of the changes that are about a part. */
  about(part: Touched | null): readonly string[] {
    return part ? (this.#touching.get(part) ?? []) : [];
  }
}

/** How sure a number may be said to be: two digits. */
export const sure = (confidence: number): number =>
  Math.round(Math.max(0, Math.min(1, confidence)) * 100) / 100;

/** Another reading, as the type wants it. */
export const alternative = (
  kinds: ChangeKind[],
  confidence: number,
  why: string,
  from: Place | null = null,
  to: Place | null = null,
) => ({ kinds, confidence: sure(confidence), why, from, to });
