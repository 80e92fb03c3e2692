import type { Node } from "@tiptap/pm/model";
import type { AuthorityLevel } from "@/lib/spec/levels";
import type { Finding } from "@/lib/spec/lint/rule";
import { EMPTY_INDEX, indexOf, lintSteps, type LintContext, type SpecIndex } from "./spec-index";
import { whenIdle } from "./when-idle";

/** How long the text must rest before it is read again, and before it is looked over. */
const REST_MS = 150;
const LINT_REST_MS = 700;

export interface IndexStoreOptions {
  levels: () => readonly AuthorityLevel[];
  lint: () => LintContext;
}

/**
 * Keeps what is derived from the text (outline, titles, findings) up to date, never while somebody is
 * typing: it reads the text again when it has rested, in small pieces between key presses.
 */
export class IndexStore {
  #doc: Node | null = null;
  #index: SpecIndex = EMPTY_INDEX;
  #findings: readonly Finding[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #titleListeners = new Set<() => void>();
  #rest: ReturnType<typeof setTimeout> | null = null;
  #lintRest: ReturnType<typeof setTimeout> | null = null;
  #cancelIdle: () => void = () => undefined;
  #cancelLint: () => void = () => undefined;

  constructor(private readonly options: IndexStoreOptions) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tells only when a title or an id changed, for the many places in the text that show titles. */
  readonly onTitles = (listener: () => void): (() => void) => {
    this.#titleListeners.add(listener);
    return () => this.#titleListeners.delete(listener);
  };

  readonly index = (): SpecIndex => this.#index;
  readonly findings = (): readonly Finding[] => this.#findings;

  /** The text changed. Cheap: only remembers it. */
  changed(doc: Node): void {
    if (doc === this.#doc) return;
    this.#doc = doc;
    if (this.#rest) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#cancelIdle();
      this.#cancelIdle = whenIdle(() => this.refresh(), 500);
    }, REST_MS);
  }

  /** Reads the text now: at opening, and before something is done that needs the newest titles. */
  refresh(): void {
    if (!this.#doc) return;
    const before = this.#index.titles;
    this.#index = indexOf(this.#doc, this.options.levels());
    this.#tell();
    if (!sameTitles(before, this.#index.titles))
      this.#titleListeners.forEach((listener) => listener());
    this.#lintSoon(this.#doc, this.#index);
  }

  stop(): void {
    if (this.#rest) clearTimeout(this.#rest);
    if (this.#lintRest) clearTimeout(this.#lintRest);
    this.#cancelIdle();
    this.#cancelLint();
    this.#listeners.clear();
    this.#titleListeners.clear();
  }

  #lintSoon(doc: Node, index: SpecIndex): void {
    if (this.#lintRest) clearTimeout(this.#lintRest);
    this.#cancelLint();
    this.#lintRest = setTimeout(() => {
      const steps = lintSteps(doc, index, this.options.lint());
      const found: Finding[] = [];
      const step = () => {
        const { done, value } = steps.next();
        if (done) {
          this.#findings = found;
          return this.#tell();
        }
        found.push(...value);
        this.#cancelLint = whenIdle(step, 2000);
      };
      this.#cancelLint = whenIdle(step, 2000);
    }, LINT_REST_MS);
  }

  #tell(): void {
    this.#listeners.forEach((listener) => listener());
  }
}

function sameTitles(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, title] of b) if (a.get(id) !== title) return false;
  return true;
}
