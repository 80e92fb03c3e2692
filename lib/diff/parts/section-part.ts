import type { InlineJson } from "@/lib/spec/block-json";
import type { Section } from "@/lib/spec/section-tree";
import type { Lexicon } from "../text/lexicon";
import { tokenize, type Tokens } from "../text/tokens";
import type { ExamplePart } from "./example-part";
import { readInline } from "./inline-text";
import type { ItemPart } from "./item-part";
import { isUnit, type UnitPart } from "./unit-part";

/** A section with what stands in it, and its partner in the other document. */
export class SectionPart {
  partner: SectionPart | null = null;
  readonly children: SectionPart[] = [];
  /** Units and examples in document order. */
  readonly items: ItemPart[] = [];
  readonly title: string;
  readonly titleContent: readonly InlineJson[];
  #tokens: Tokens | null = null;

  constructor(
    readonly index: number,
    /** Null for what stands before the first heading. */
    readonly section: Section | null,
    readonly parent: SectionPart | null,
    readonly lexicon: Lexicon,
  ) {
    const content = section?.heading.content;
    this.title = content ? readInline(content).text.trim() : "";
    this.titleContent = content ?? [];
  }

  get id(): string | null {
    return this.section?.id ?? null;
  }

  get uid(): string | null {
    return this.section?.uid ?? null;
  }

  /** -1 for what stands before the first heading. */
  get headingBlock(): number {
    return this.section?.index ?? -1;
  }

  get units(): UnitPart[] {
    return this.items.filter(isUnit);
  }

  get examples(): ExamplePart[] {
    return this.items.filter((item): item is ExamplePart => !isUnit(item));
  }

  get titleTokens(): Tokens {
    return (this.#tokens ??= tokenize(this.title, this.lexicon, true));
  }

  /** How much stands in it, in characters of text. */
  get weight(): number {
    return this.items.reduce((sum, item) => sum + item.weight, 0);
  }

  /** The section and all under it. */
  subtree(): SectionPart[] {
    return [this, ...this.children.flatMap((child) => child.subtree())];
  }
}
