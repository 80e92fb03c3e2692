import { renderToStaticMarkup } from "react-dom/server";
import { Blocks } from "@/components/blocks/blocks";
import { formulaMarkup } from "@/components/blocks/formula-markup";
import { showDiff, type Comparison } from "@/components/diff/comparison";
import {
  DEFAULT_FILTER,
  knownFilter,
  writeFilter,
  type DiffFilter,
} from "@/components/diff/diff-filter";
import { exportComparison } from "@/components/diff/export-comparison";
import { filterHref } from "@/components/reading/comparison-page";
import { comparePath, releasePath, type SiteFacts } from "@/components/reading/reading-facts";
import type { PublishedRelease, PublishedSpec } from "@/lib/data/published";
import type { Answer } from "./answers";
import type { ComparisonAddress } from "./comparison-address";
import { drawComparison } from "./draw-comparison";
import { InTurn } from "./in-turn";
import type { Library } from "./library";
import type { StyleRules } from "./page-style";
import { brief } from "./page-text";
import { Shelf } from "./shelf";

// With both texts and all lookups; those who change a filter or unfold something ask for the same again.
const COMPARISONS = 8;

type Of<K extends ComparisonAddress["kind"]> = Extract<ComparisonAddress, { kind: K }>;

interface Pair {
  spec: PublishedSpec;
  older: PublishedRelease;
  newer: PublishedRelease;
}

/** Makes the answers about two releases of a spec. */
export class ComparisonAnswers {
  readonly #comparisons = new Shelf<Promise<Comparison>>(COMPARISONS);
  /** Each page takes a third of a second. */
  readonly #drawing = new InTurn();

  constructor(
    private readonly site: SiteFacts,
    private readonly library: Library,
    private readonly style: StyleRules,
  ) {}

  /** @returns Null when there are no such releases. */
  async answer(address: ComparisonAddress, spec: PublishedSpec): Promise<Answer | null> {
    const [one, other] =
      address.kind === "pickedPair" ? [address.from, address.to] : [address.label, address.other];
    const pair = findPair(spec, one, other);
    if (!pair) {
      const machine = address.kind === "comparisonFile" || address.kind === "unchanged";
      return machine ? { kind: "missing", words: "There are no such releases." } : null;
    }
    switch (address.kind) {
      case "pickedPair":
        return { kind: "moved", to: pathOf(pair) };
      case "comparison":
        return this.#page(address, pair);
      case "comparisonFile":
        return this.#file(address, pair);
      case "unchanged":
        return this.#unchanged(address, pair);
    }
  }

  /**
   * One page has one address: time goes forward in it, its releases are named, and its filter asks for
   * what there is. So the pages that can be asked for have an end.
   */
  async #page({ label, other, filter }: Of<"comparison">, pair: Pair): Promise<Answer> {
    const comparison = await this.#comparison(pair);
    const known = knownFilter(filter, comparison);
    const { newer, older, spec } = pair;
    const asWritten = label === newer.label && other === older.label && isSame(known, filter);
    if (!asWritten) return { kind: "moved", to: filterHref(pathOf(pair))(known) };
    const facts = { site: this.site, ...pair, releases: spec.releases, comparison, filter };
    const draw = () => drawComparison(facts, this.style);
    // The page that most people open waits for nobody who asks for a hundred filters.
    const isWhole = isSame(filter, DEFAULT_FILTER);
    return { kind: "page", ...(await (isWhole ? draw() : this.#drawing.run(draw))) };
  }

  async #file({ format, filter }: Of<"comparisonFile">, pair: Pair): Promise<Answer> {
    const { body, type, name } = exportComparison(await this.#comparison(pair), filter, format);
    return { kind: "text", type, body, forEver: false, fileName: name };
  }

  /** The text behind a fold, without a page around it. */
  async #unchanged({ first, last }: Of<"unchanged">, pair: Pair): Promise<Answer> {
    const { document, context } = (await this.#comparison(pair)).after;
    const blocks = document.content.slice(first, last + 1);
    const isOneSection = blocks.length > 0 && blocks.every(({ type }) => type !== "heading");
    if (!isOneSection || blocks.length <= last - first) {
      return { kind: "missing", words: "There is no such text." };
    }
    const body = brief(renderToStaticMarkup(<Blocks blocks={blocks} context={context} />));
    return { kind: "text", type: "text/html; charset=utf-8", body, forEver: false };
  }

  #comparison({ spec, older, newer }: Pair): Promise<Comparison> {
    const key = [spec.slug, older.label, newer.label, older.documentHash, newer.documentHash].join(
      " ",
    );
    return this.#comparisons.take(key, async () => {
      const [from, to] = [older.documentHash, newer.documentHash];
      const text = async (release: PublishedRelease) => ({
        document: await this.library.document(release.documentHash),
        label: release.label,
        href: releasePath(spec, release),
      });
      const found = await this.library.diff(from, to);
      return showDiff(found, await text(older), await text(newer), { formula: formulaMarkup });
    });
  }
}

/** Two releases by their labels; null is the newest. Whichever is named first, time goes forward. */
function findPair(spec: PublishedSpec, one: string | null, other: string | null): Pair | null {
  const [first, second] = [one, other].map((label) =>
    label === null ? spec.releases[0] : spec.releases.find((each) => each.label === label),
  );
  if (!first || !second) return null;
  return first.number <= second.number
    ? { spec, older: first, newer: second }
    : { spec, older: second, newer: first };
}

const pathOf = ({ spec, newer, older }: Pair) => comparePath(spec, newer, older.label);

const isSame = (a: DiffFilter, b: DiffFilter) =>
  writeFilter(a).toString() === writeFilter(b).toString();
