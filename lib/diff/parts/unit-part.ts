import type { InlineJson, NodeJson } from "@/lib/spec/block-json";
import type { UnitForm } from "../change";
import type { Lexicon } from "../text/lexicon";
import { sameWords, tokenize, wordsKey, type Tokens } from "../text/tokens";
import { bagOf, type Bag } from "../text/bag";
import { sentences, type Sentence } from "../text/sentences";
import { nodeKey, sameNode } from "./content-key";
import { readInline, type InlineReading } from "./inline-text";
import type { ItemPart, Spot } from "./item-part";
import type { SectionPart } from "./section-part";

export interface UnitSource extends Spot {
  /** The node that holds the text. */
  node: NodeJson;
  uid: string | null;
  form: UnitForm;
  commentary: boolean;
  /** The containers around it, as `bulletList/listItem`. */
  shape: string;
  /** Its prose; null for code, raw source and the like, whose text is `literal`. */
  prose: readonly InlineJson[] | null;
  literal: string;
}

/** A paragraph, list item, table row, … with its partner in the other document. */
export class UnitPart {
  readonly type = "unit";
  partner: UnitPart | null = null;
  /** Among all units of the document. */
  index = 0;
  #key: number | null = null;
  #reading: InlineReading | null = null;
  #tokens: Tokens | null = null;
  #shown: Tokens | null = null;
  #bag: Bag | null = null;
  #sentences: Sentence[] | null = null;
  #wordsKey: number | null = null;
  #equal: { partner: UnitPart; equal: boolean } | null = null;
  #renamed: ReadonlyMap<string, string> | null = null;

  constructor(
    readonly source: UnitSource,
    readonly section: SectionPart,
    private readonly lexicon: Lexicon,
  ) {}

  /** Shared by units of the same text and form. */
  get key(): number {
    return (this.#key ??= nodeKey(this.source.node, this.source.shape.length));
  }

  get form(): UnitForm {
    return this.source.form;
  }

  get commentary(): boolean {
    return this.source.commentary;
  }

  get block(): number {
    return this.source.block;
  }

  get path(): readonly number[] {
    return this.source.path;
  }

  get uid(): string | null {
    return this.source.uid;
  }

  get reading(): InlineReading {
    if (this.#reading) return this.#reading;
    const { prose, literal, node } = this.source;
    this.#reading = prose
      ? readInline(prose)
      : { text: literal, pointers: [], markers: [], format: String(nodeKey(node)) };
    return this.#reading;
  }

  get text(): string {
    return this.reading.text;
  }

  /** Its words without evaluation markers, for comparison. References follow renamed sections. */
  get tokens(): Tokens {
    if (this.#tokens) return this.#tokens;
    const { text, markers } = this.reading;
    const bare = markers.length > 0 ? withoutMarkers(text, this.reading) : text;
    this.#tokens = tokenize(this.#followed(bare), this.lexicon, this.source.prose !== null);
    return this.#tokens;
  }

  /** Where a place in its text falls in the text of `tokens`. */
  placeInTokens(at: number): number {
    const { text, markers } = this.reading;
    const before = { markers: markers.filter((marker) => marker.at < at) };
    return this.#followed(withoutMarkers(text.slice(0, at), before)).length;
  }

  /** All of its text, markers and all, as it stands: what people are shown. */
  get shownTokens(): Tokens {
    if (this.reading.markers.length === 0 && !this.#renamed) return this.tokens;
    return (this.#shown ??= tokenize(this.text, this.lexicon, this.source.prose !== null));
  }

  get bag(): Bag {
    return (this.#bag ??= bagOf(this.tokens, this.lexicon));
  }

  get sentences(): Sentence[] {
    return (this.#sentences ??= sentences(this.tokens));
  }

  /** Shared by units that differ in typography, markers and links alone. */
  get wordsKey(): number {
    return (this.#wordsKey ??= wordsKey(this.tokens));
  }

  /** Whether it differs from another in typography, markers and links alone. */
  saysTheSame(other: UnitPart): boolean {
    return sameWords(this.tokens, other.tokens);
  }

  /** Whether its partner is the same in every respect but identity and place. */
  get unchanged(): boolean {
    const { partner } = this;
    if (!partner) return false;
    if (this.#equal?.partner !== partner) {
      const { shape, node } = this.source;
      const equal = shape === partner.source.shape && sameNode(node, partner.source.node);
      this.#equal = { partner, equal };
    }
    return this.#equal.equal;
  }

  /** How much it would mean to move it. */
  get weight(): number {
    return this.text.length + 1;
  }

  /** From now on references to these ids count as references to what the ids became. */
  follow(renamed: ReadonlyMap<string, string>): void {
    const { prose } = this.source;
    // Most texts have no reference: to look costs nothing, to read them all would.
    if (!prose?.some(({ type, marks }) => type === "crossReference" || marks)) return;
    if (!this.reading.pointers.some(({ target }) => renamed.has(target))) return;
    this.#renamed = renamed;
    this.#tokens = this.#bag = this.#wordsKey = this.#sentences = null;
  }

  #followed(text: string): string {
    const renamed = this.#renamed;
    if (!renamed) return text;
    return text.replaceAll(/\[\?\]\(#([^\s()]+)\)/g, (whole, id: string) =>
      renamed.has(id) ? `[?](#${renamed.get(id)})` : whole,
    );
  }
}

export const isUnit = (item: ItemPart): item is UnitPart => item.type === "unit";

function withoutMarkers(text: string, { markers }: Pick<InlineReading, "markers">): string {
  let bare = "";
  let from = 0;
  for (const { id, at } of markers) {
    bare += text.slice(from, at);
    from = at + id.length + 3;
  }
  return bare + text.slice(from);
}
