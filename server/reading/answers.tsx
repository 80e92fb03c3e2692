import type { ReactElement } from "react";
import { ClausePage } from "@/components/reading/clause-page";
import { EvaluationsPage } from "@/components/reading/evaluations-page";
import { clausePath, releasePath, type SiteFacts } from "@/components/reading/reading-facts";
import type { RecordFacts } from "@/components/reading/record-facts";
import { RecordPage } from "@/components/reading/record-page";
import { ReleasesPage } from "@/components/reading/releases-page";
import { textDirective } from "@/components/reading/text-directive";
import type { PublishedSpec } from "@/lib/data/published";
import { clauseMarkdown } from "@/lib/markdown/clause-markdown";
import { printText } from "@/lib/markdown/print";
import type { SourceMap } from "@/lib/markdown/source-map";
import { resolve } from "@/lib/spec/ledger";
import { markers } from "@/lib/spec/markers";
import { withDescendants, type Section } from "@/lib/spec/section-tree";
import { blockName, findBlock, wordsOfBlock } from "./block-place";
import { clauseHistory } from "./clause-history";
import { ComparisonAnswers } from "./comparison-answers";
import { drawRelease } from "./draw-release";
import { DrawnReleases } from "./drawn-releases";
import { contextElsewhere, openEdition, type Edition } from "./edition";
import type { Library } from "./library";
import * as texts from "./machine-texts";
import { readStyle, type StyleRules } from "./page-style";
import { pageText } from "./page-text";
import { isOfPair, type ReadingAddress } from "./reading-address";

/** What an address is answered with, before it is compressed. */
export type Answer =
  /** `css` is the style sheet in it; `br` the page as brotli, where it was kept. */
  | { kind: "page"; html: string; css: string; br?: Buffer }
  /** With the name of a file it is saved and not shown. */
  | {
      kind: "text";
      type: TextType;
      body: string | Uint8Array;
      forEver: boolean;
      fileName?: string;
    }
  | { kind: "moved"; to: string }
  /** A machine asked for something that is not there; people get the site's own page. */
  | { kind: "missing"; words: string };

type TextType =
  /** A piece of a page, or a file to take along; as a page of its own it may do nothing. */
  | "text/html; charset=utf-8"
  | "application/json; charset=utf-8"
  | "text/markdown; charset=utf-8"
  | "text/plain; charset=utf-8"
  | "application/atom+xml; charset=utf-8"
  | "application/xml; charset=utf-8";

const JSON_TYPE = "application/json; charset=utf-8";
const ATOM_TYPE = "application/atom+xml; charset=utf-8";

export interface AnswerSources {
  site: SiteFacts;
  library: Library;
  /** Canonical bytes of a document by its hash. */
  readBytes: (hash: string) => Promise<Uint8Array>;
  /** What gives an imported release its own Markdown back. */
  readSource: (releaseId: string) => Promise<SourceMap | null>;
  /** Who answers for a release, and how it came about. */
  readRecord: (specId: string, label: string) => Promise<RecordFacts>;
}

type Found = PublishedSpec["releases"][number];
type Of<K extends ReadingAddress["kind"]> = Extract<ReadingAddress, { kind: K }>;

/** Makes the answers of published specs. */
export class Answers {
  readonly #style: StyleRules;
  readonly #drawn: DrawnReleases;
  readonly #comparisons: ComparisonAnswers;

  constructor(private readonly sources: AnswerSources) {
    this.#style = readStyle(sources.site.assets.css);
    this.#drawn = new DrawnReleases(sources.site, async (spec, label) =>
      drawRelease(await this.#edition(spec, { label }), this.#style),
    );
    this.#comparisons = new ComparisonAnswers(sources.site, sources.library, this.#style);
  }

  /** @returns Null when no page of ours is there. */
  async answer(address: ReadingAddress, spec: PublishedSpec): Promise<Answer | null> {
    const { site } = this.sources;
    if (isOfPair(address)) return this.#comparisons.answer(address, spec);
    switch (address.kind) {
      case "releases":
        return this.#page(
          <ReleasesPage site={site} spec={spec} records={await this.#records(spec)} />,
        );
      case "record":
        return this.#record(address, spec);
      case "releaseList":
        return json(texts.releaseListJson(site.origin, spec), false);
      case "feed":
        return text(ATOM_TYPE, texts.releaseFeed(site.origin, spec));
      case "clauseFeed":
        return this.#clauseFeed(address, spec);
      case "llms":
        return text(
          "text/plain; charset=utf-8",
          texts.llmsText((await this.#edition(spec, spec.releases[0]!)).facts),
        );
      default:
        return this.#ofRelease(address, spec);
    }
  }

  /** Sees to it that the page of a release is drawn before somebody asks for it. */
  async drawAhead(spec: PublishedSpec, release: Found): Promise<void> {
    await this.#drawn.take(spec, release);
  }

  async #ofRelease(
    address: Of<"release" | "document" | "clause" | "clauseDocument" | "evaluations" | "blocks">,
    spec: PublishedSpec,
  ): Promise<Answer | null> {
    const { label } = address;
    const release =
      label === null ? spec.releases[0] : spec.releases.find((each) => each.label === label);
    if (!release) {
      return address.kind === "release" || address.kind === "clause"
        ? null
        : { kind: "missing", words: `There is no release ${label}.` };
    }
    // What is for ever belongs to the release that is named, not to "latest".
    const forEver = label !== null;
    switch (address.kind) {
      case "release":
        return { kind: "page", ...(await this.#drawn.take(spec, release)) };
      case "blocks":
        return json({ uids: (await this.#drawn.take(spec, release)).uids }, forEver);
      case "document":
        return this.#document(address, release, forEver);
      case "evaluations":
        return this.#evaluations(spec, release);
      case "clause":
        return this.#clause(address, spec, release);
      case "clauseDocument":
        return this.#clauseDocument(address, spec, release, forEver);
    }
  }

  #records(spec: PublishedSpec): Promise<RecordFacts[]> {
    return Promise.all(spec.releases.map(({ label }) => this.sources.readRecord(spec.id, label)));
  }

  async #record({ record: label }: Of<"record">, spec: PublishedSpec): Promise<Answer | null> {
    if (!spec.releases.some((each) => each.label === label)) return null;
    const record = await this.sources.readRecord(spec.id, label);
    return this.#page(<RecordPage site={this.sources.site} spec={spec} record={record} />);
  }

  #page(page: ReactElement): Answer {
    return { kind: "page", ...pageText(page, this.#style) };
  }

  #edition(spec: PublishedSpec, { label }: Pick<Found, "label">): Promise<Edition> {
    return openEdition(this.sources.site, spec, label, this.sources.library);
  }

  async #document({ format }: Of<"document">, release: Found, forEver: boolean): Promise<Answer> {
    if (format === "json") {
      const body = await this.sources.readBytes(release.documentHash);
      return { kind: "text", type: JSON_TYPE, body, forEver };
    }
    const document = await this.sources.library.document(release.documentHash);
    const source = (await this.sources.readSource(release.id)) ?? undefined;
    return text("text/markdown; charset=utf-8", printText(document, source), forEver);
  }

  async #evaluations(spec: PublishedSpec, release: Found): Promise<Answer | null> {
    const edition = await this.#edition(spec, release);
    const { document, tree } = edition.facts;
    if (document.prompts.length === 0) return null;
    return this.#page(
      <EvaluationsPage
        edition={edition.facts}
        context={{ ...contextElsewhere(edition), anchorOf: () => null }}
        markers={markers(document.content, tree)}
      />,
    );
  }

  async #clause(
    { clause }: Of<"clause">,
    spec: PublishedSpec,
    release: Found,
  ): Promise<Answer | null> {
    const edition = await this.#edition(spec, release);
    const section = findSection(edition, clause);
    if (!section)
      return (await this.#block(edition, clause, spec)) ?? this.#elsewhere(edition, clause);
    const { library } = this.sources;
    return this.#page(
      <ClausePage
        edition={edition.facts}
        section={section}
        context={contextElsewhere(edition)}
        history={await clauseHistory(library, spec, release.label, section.id)}
      />,
    );
  }

  /** A block has its place on the page of the release; one that is not there leads to its clause. */
  async #block(edition: Edition, part: string, spec: PublishedSpec): Promise<Answer | null> {
    const { release, tree } = edition.facts;
    const name = blockName(part);
    if (!name) return null;
    const place = findBlock(edition, name);
    const page = releasePath(spec, release);
    if (!place && name.clause === "") return { kind: "moved", to: page };
    if (!place) {
      return tree.byId.has(name.clause)
        ? { kind: "moved", to: clausePath(spec, release, name.clause) }
        : this.#elsewhere(edition, name.clause);
    }
    const words = wordsOfBlock(await this.#drawn.take(spec, release), place.uid);
    const id = encodeURIComponent(place.example ?? place.sectionId ?? "");
    return { kind: "moved", to: `${page}#${id}${words === null ? "" : textDirective(words)}` };
  }

  /** An example has its place on the page of the release; an old id leads to what carries it on. */
  #elsewhere({ facts }: Edition, id: string): Answer | null {
    const { spec, release, document, tree } = facts;
    if (texts.findExample(facts, id)) {
      return { kind: "moved", to: `${releasePath(spec, release)}#${encodeURIComponent(id)}` };
    }
    const successor = resolve(document.ledger, id).successors.find(
      (candidate) => candidate !== id && tree.byId.has(candidate),
    );
    return successor === undefined
      ? null
      : { kind: "moved", to: clausePath(spec, release, successor) };
  }

  async #clauseDocument(
    { clause, format }: Of<"clauseDocument">,
    spec: PublishedSpec,
    release: Found,
    forEver: boolean,
  ): Promise<Answer> {
    const edition = await this.#edition(spec, release);
    const { document } = edition.facts;
    const section = findSection(edition, clause);
    const example = section ? null : texts.findExample(edition.facts, clause);
    if (!section && !example) {
      return { kind: "missing", words: `Nothing in release ${release.label} is called ${clause}.` };
    }
    if (format === "json") {
      return json(
        section
          ? texts.clauseJson(edition.facts, section)
          : texts.exampleJson(edition.facts, example!),
        forEver,
      );
    }
    const source = (await this.sources.readSource(release.id)) ?? undefined;
    const words = section
      ? (clauseMarkdown(document, section.id, source) ?? "")
      : printText({ ...document, content: [example!.node], prompts: [] });
    return text("text/markdown; charset=utf-8", words, forEver);
  }

  async #clauseFeed({ clause }: Of<"clauseFeed">, spec: PublishedSpec): Promise<Answer> {
    const edition = await this.#edition(spec, spec.releases[0]!);
    const section = findSection(edition, clause);
    if (!section) return { kind: "missing", words: `There is no clause ${clause}.` };
    const { label } = edition.facts.release;
    const moments = await clauseHistory(this.sources.library, spec, label, clause);
    return text(ATOM_TYPE, texts.clauseFeed(edition.facts, clause, section.title, moments));
  }
}

/** A section by its id, with the ones below it folded into its own blocks. */
function findSection({ facts }: Edition, id: string): (Section & { id: string }) | null {
  const section = facts.tree.byId.get(id);
  if (!section) return null;
  const [, ...below] = withDescendants(section);
  const blocks = [...section.blocks, ...below.flatMap((each) => [each.heading, ...each.blocks])];
  return { ...section, id, blocks };
}

const json = (value: unknown, forEver: boolean): Answer =>
  text(JSON_TYPE, `${JSON.stringify(value)}\n`, forEver);

const text = (type: TextType, body: string, forEver = false): Answer => ({
  kind: "text",
  type,
  body,
  forEver,
});
