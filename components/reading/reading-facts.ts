import type { SpecDocument } from "@/lib/spec/document";
import type { Term } from "@/lib/spec/glossary";
import type { AuthorityLevel } from "@/lib/spec/levels";
import type { OutlineEntry } from "@/lib/spec/outline";
import { PLACES_OF_A_RELEASE } from "@/lib/spec/places";
import type { SectionTree } from "@/lib/spec/section-tree";

/** Everything that pages for readers know. Plain data: pages compute nothing and ask nobody. */
export interface SiteFacts {
  /** `https://spec.example.org`, without a slash at the end. */
  origin: string;
  /** Style sheet, first script and addresses of the rest, as the build made them. */
  assets: ReadingAssets;
  /** A line above everything, on demo installations. */
  banner: string | null;
}

export interface ReadingAssets {
  /** The style sheet itself: it stands in the page, so that the text is set when it arrives. */
  css: string;
  /** A line of script for `<head>`, which applies the reader's theme and letters before anything is drawn. */
  earlyScript: string;
  /** Address of the module that loads the rest when somebody interacts. */
  startHref: string;
  /** Address of the style sheet that is fetched when somebody interacts: what only scripts show. */
  laterHref: string;
  /** Address of the style sheet of our families of letters. */
  lettersHref: string;
  /** Hash of the code that draws pages: what another version drew is not ours. */
  drawnBy: string;
}

export interface SpecFacts {
  slug: string;
  title: string;
  summary: string;
  isArchived: boolean;
  levelMeanings: Record<string, string>;
}

export interface ReleaseFacts {
  label: string;
  number: number;
  publishedAt: Date;
  documentHash: string;
  manifestHash: string;
  /** Markdown. */
  changelog: string;
  origin: "published" | "imported";
  /** Why it should no longer be relied on; null for almost all. */
  withdrawal: { reason: string; at: Date } | null;
  /** Why two administrators published it against the rules; null for almost all. */
  override: { reason: string; at: Date } | null;
  /** Numbered corrections; the text itself never changes. */
  errata: readonly { number: number; sectionId: string | null; text: string; at: Date }[];
}

/** What is known of one release when its pages are drawn. */
export interface EditionFacts {
  site: SiteFacts;
  spec: SpecFacts;
  release: ReleaseFacts;
  /** All releases, newest first. */
  releases: readonly ReleaseFacts[];
  document: SpecDocument;
  tree: SectionTree;
  outline: readonly OutlineEntry[];
  levels: readonly LevelFacts[];
  words: number;
  clauseCount: number;
  exampleCount: number;
  promptCount: number;
  /** The release before this one, with what changed since; null for the first. */
  sinceBefore: Since | null;
  /** The newest release, with what changed until then; null for the newest itself. */
  untilLatest: Since | null;
  /** Words that the text defines itself. */
  terms: readonly Term[];
  /** Per section id: who cites it. */
  citations: ReadonlyMap<string, readonly Citation[]>;
  /** Per id of today: what it was called before, with the release that renamed it. */
  formerIds: ReadonlyMap<string, readonly FormerId[]>;
}

export interface LevelFacts extends AuthorityLevel {
  /** One sentence: who may override it. */
  meaning: string;
  /** How many clauses have it. */
  count: number;
}

/** What lies between this release and another. */
export interface Since {
  label: string;
  /** Per section id of this release. Sections that did not change are missing. */
  bySection: ReadonlyMap<string, SectionNews>;
  changed: number;
  added: number;
  removed: number;
  /** Sections of the other release that are missing in this one, by title. */
  missingHere: readonly string[];
}

export interface SectionNews {
  kind: "added" | "removed" | "changed";
  /** `authority, 2 paragraphs, 1 example`. */
  what: string;
  /** Its id in the other release, null when it is not there. */
  thereId: string | null;
}

export interface Citation {
  /** Section that cites. */
  id: string | null;
  title: string;
  number: string;
  /** Whether a response is said to violate it. */
  asViolated: boolean;
}

export interface FormerId {
  id: string;
  release: string | null;
}

/** What happened to one clause in one release. */
export interface ClauseMoment {
  label: string;
  publishedAt: Date;
  /** Its id in that release. */
  id: string;
  title: string;
  what: string;
  /** Release to compare with; null for the first. */
  before: string | null;
}

/** The address of a release, `/<spec>/<label>`. */
export const releasePath = (spec: Pick<SpecFacts, "slug">, { label }: { label: string }): string =>
  `/${spec.slug}/${encodeURIComponent(label)}`;

/** The page of a clause; its place on the page of the release when its id is a page of its own there. */
export const clausePath = (
  spec: Pick<SpecFacts, "slug">,
  release: { label: string },
  id: string,
): string =>
  `${releasePath(spec, release)}${PLACES_OF_A_RELEASE.has(id) ? "#" : "/"}${encodeURIComponent(id)}`;

export const comparePath = (
  spec: Pick<SpecFacts, "slug">,
  release: { label: string },
  before: string,
): string => `${releasePath(spec, release)}/compare/${encodeURIComponent(before)}`;

/** Where a reader says something about a section, and reads what others said. */
export const sayPath = (
  spec: Pick<SpecFacts, "slug">,
  release: { label: string },
  id: string,
): string => `${releasePath(spec, release)}/feedback?on=${encodeURIComponent(id)}`;
