import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { ReadingAssets, SiteFacts } from "@/components/reading/reading-facts";
import { db } from "@/lib/data/db";
import { listPublished, type PublishedSpec } from "@/lib/data/published";
import { getReleaseRecord } from "@/lib/data/release-record";
import { findReleaseSource, getStoredBytes, getStoredDocument } from "@/lib/data/releases";
import { log } from "@/lib/log";
import type { FrontHandler } from "../front";
import { answerPlainly } from "../plain-answer";
import { Answers, type Answer } from "./answers";
import { KeptAnswers, type KeptLimits, type Made } from "./kept-answers";
import { Library } from "./library";
import * as texts from "./machine-texts";
import { pagePolicy } from "./page-policy";
import { PublishedSpecs } from "./published-specs";
import { addressKey, isComparison, readingAddress, type ReadingAddress } from "./reading-address";
import { sendAnswer } from "./send-answer";
import { storedAnswer, type StoredAnswer } from "./stored-answer";

export interface PublicReadingOptions {
  origin: string;
  assets: ReadingAssets;
  databaseUrl: string;
  banner: string | null;
  /** Security headers that every answer carries; a page has a policy of its own besides. */
  headers: Readonly<Record<string, string>>;
}

// Whole pages and clauses of them; a page of a release takes half a megabyte in its three encodings. What
// is not there may be there tomorrow, and addresses that lead nowhere have no end.
const PAGES: KeptLimits = {
  answers: 600,
  worth: (made) => made !== null && made.status !== 404,
};
// Where paragraphs are. Any letters lead somewhere, so that these must not drive out pages.
const BLOCKS: KeptLimits = { ...PAGES, answers: 5_000 };
// Any two releases, filtered in a thousand ways: so many bytes, and no redirect, which costs nothing to
// make again.
const COMPARISONS: KeptLimits = {
  answers: 600,
  bytes: 32 * 1024 * 1024,
  worth: (made) => made?.status === 200,
};

// Pages tell of newer releases, so even those of old releases may change; browsers ask again each
// minute and get a 304 of 200 bytes.
const FRESH = "public, max-age=60, stale-while-revalidate=3600";
// Data and plain text: whoever opens one in a browser sees it and runs nothing.
const NOTHING = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const FOR_EVER = "public, max-age=31536000, immutable";

// Drawing a whole spec takes seconds. So long, whoever asks gets what was there a moment ago.
const PATIENCE_MS = 1_000;
// Older releases of a spec, newest first, whose pages are drawn ahead; the rest when somebody asks.
const DRAWN_AHEAD = 12;

/**
 * Published specs, answered in front of Next from memory: every answer is made once per process, kept
 * compressed, and made again when something was published. Reading costs no query.
 */
export class PublicReading {
  readonly #site: SiteFacts;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #specs: PublishedSpecs;
  readonly #answers: Answers;
  readonly #pages = new KeptAnswers(PAGES);
  readonly #blocks = new KeptAnswers(BLOCKS);
  readonly #comparisons = new KeptAnswers(COMPARISONS);
  /** Pages of releases from before something was published, while those of today are drawn. */
  readonly #stale = new Map<string, Made>();
  #warming: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor({ origin, assets, banner, databaseUrl, headers }: PublicReadingOptions) {
    this.#site = { origin, assets, banner };
    this.#headers = headers;
    this.#specs = new PublishedSpecs(
      () => listPublished(db()),
      (slugs) => this.#forget(slugs),
    );
    this.#answers = new Answers({
      site: this.#site,
      library: new Library((hash) => getStoredDocument(db(), hash)),
      readBytes: (hash) => getStoredBytes(db(), hash),
      readSource: (id) => findReleaseSource(db(), id),
      readRecord: getReleaseRecord,
    });
    this.#specs.listen(databaseUrl);
  }

  /** Ends listening, after the page that is being drawn. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#specs.stop();
    await this.settled();
  }

  /** Waits until all pages are drawn that are drawn before somebody asks. */
  settled(): Promise<void> {
    return this.#warming;
  }

  /** What is made already and needs nothing but to be sent. */
  readonly ready = ({ method, url = "" }: IncomingMessage): StoredAnswer | null => {
    if ((method !== "GET" && method !== "HEAD") || !this.#specs.isSettled) return null;
    const made = this.#keptFor(url).ready(url);
    return made?.status === 200 ? made : null;
  };

  /** Answers what belongs to published specs and leaves the rest to others. */
  readonly handler: FrontHandler = (req, res) => {
    const key = keyOf(req);
    if (key === null) return false;
    const ready = this.#specs.isSettled ? this.#keptFor(key).ready(key) : undefined;
    return ready === undefined ? this.#handleSlowly(key, req, res) : send(req, res, ready);
  };

  #keptFor(key: string): KeptAnswers {
    if (isComparison(key)) return this.#comparisons;
    return /~|%7e/i.test(key) ? this.#blocks : this.#pages;
  }

  async #handleSlowly(key: string, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const address = readingAddress(key);
    const specs = await this.#specs.current();
    if (this.#sendOn(key, req, res)) return true;
    if (!address && !SITE_TEXTS.has(key)) return false;
    const spec = address && specs.get(address.slug);
    if (address && !spec) return false;
    if (req.method === "OPTIONS") return allowReading(res);
    const making = this.#make(key, address, spec ?? null, [...specs.values()]);
    const before = this.#stale.get(key);
    return send(req, res, before ? await orSoon(making, before) : await making);
  }

  /** A spec that has another address now: everything below the old one is found below the new one. */
  #sendOn(path: string, req: IncomingMessage, res: ServerResponse): boolean {
    const [, slug = ""] = path.split("/", 2);
    // `/old.json` moved as well.
    const [, name = "", format = ""] = /^([^.]*)(\..*)?$/.exec(slug) ?? [];
    const now = this.#specs.movedTo(name);
    if (now === undefined) return false;
    // Not for ever: a spec may come back to the address it had.
    res.writeHead(308, {
      location: `/${now}${format}${String(req.url).slice(1 + slug.length)}`,
      "cache-control": "public, max-age=300",
      "access-control-allow-origin": "*",
    });
    res.end();
    return true;
  }

  #make(
    key: string,
    address: ReadingAddress | null,
    spec: PublishedSpec | null,
    all: readonly PublishedSpec[],
  ): Promise<Made> {
    const kept = this.#keptFor(key);
    const known = kept.making(key);
    if (known) return known;
    const making = (async () => {
      const answer =
        address && spec ? await this.#answers.answer(address, spec) : this.#siteText(key, all);
      return this.#finish(answer);
    })();
    kept.keep(key, making);
    making.then(
      () => {
        // Not when something was published meanwhile, and it is being made again.
        if ((kept.making(key) ?? making) === making) this.#stale.delete(key);
      },
      () => undefined,
    );
    return making;
  }

  #siteText(path: string, specs: readonly PublishedSpec[]): Answer {
    const make = SITE_TEXTS.get(path)!;
    return make(this.#site.origin, specs);
  }

  async #finish(answer: Answer | null): Promise<Made> {
    if (!answer) return null;
    if (answer.kind === "moved") return { status: 302, to: answer.to };
    if (answer.kind === "missing") return { status: 404, words: answer.words };
    if (answer.kind === "page") {
      return storedAnswer(
        answer.html,
        {
          type: "text/html; charset=utf-8",
          cache: FRESH,
          shared: false,
          more: { ...this.#headers, "content-security-policy": this.#policyOf(answer.css) },
        },
        answer.br,
      );
    }
    const { fileName } = answer;
    return storedAnswer(answer.body, {
      type: answer.type,
      cache: answer.forEver ? FOR_EVER : FRESH,
      shared: true,
      more: {
        ...this.#headers,
        "content-security-policy": NOTHING,
        ...(fileName ? { "content-disposition": `attachment; filename="${fileName}"` } : {}),
      },
    });
  }

  #policyOf(css: string): string {
    const { origin, assets } = this.#site;
    return pagePolicy(css, assets.earlyScript, origin.startsWith("https:"));
  }

  /** Drops the answers about specs that changed, and makes their first pages before anybody asks. */
  #forget(slugs: readonly string[]): void {
    const changed = new Set(slugs);
    for (const kept of [this.#pages, this.#blocks, this.#comparisons]) {
      for (const key of kept.keys()) {
        const address = readingAddress(key);
        if (address && !changed.has(address.slug)) continue;
        const ready = kept.ready(key);
        if (ready && address?.kind === "release") this.#stale.set(key, ready);
        kept.drop(key);
      }
    }
    this.#warming = this.#warming.then(() => this.#warm(slugs));
  }

  /** The newest releases first, for they are read most; older ones only into the database. */
  async #warm(slugs: readonly string[]): Promise<void> {
    const specs = await this.#specs.current();
    const found = slugs.flatMap((slug) => specs.get(slug) ?? []);
    for (const spec of found) {
      const address = readingAddress(`/${spec.slug}`);
      if (address) await this.#ahead(() => this.#make(`/${spec.slug}`, address, spec, []));
    }
    for (const spec of found) {
      for (const release of spec.releases.slice(1, DRAWN_AHEAD)) {
        // Published again meanwhile: what is drawn now would be thrown away, and the new release waits.
        if ((await this.#specs.current()).get(spec.slug) !== spec) break;
        await this.#ahead(() => this.#answers.drawAhead(spec, release));
      }
    }
    // From here on even a page that nobody asked for yet is there at once.
    for (const path of this.#stale.keys()) {
      if (slugs.includes(readingAddress(path)?.slug ?? "")) this.#stale.delete(path);
    }
  }

  async #ahead(draw: () => Promise<unknown>): Promise<void> {
    if (this.#stopped) return;
    try {
      await draw();
    } catch (error) {
      // Whoever asks for the page makes it again and is told what is wrong.
      log().error({ err: error }, "a page for readers could not be drawn ahead");
    }
  }
}

const SITE_TEXTS = new Map<
  string,
  (origin: string, specs: readonly PublishedSpec[]) => Answer & { kind: "text" }
>([
  ["/robots.txt", (origin) => siteText("text/plain; charset=utf-8", texts.robots(origin))],
  [
    "/sitemap.xml",
    (origin, specs) => siteText("application/xml; charset=utf-8", texts.sitemap(origin, specs)),
  ],
  [
    "/llms.txt",
    (origin, specs) => siteText("text/plain; charset=utf-8", texts.siteLlmsText(origin, specs)),
  ],
]);

/** What is being made, or what there was before when that takes too long. */
async function orSoon(making: Promise<Made>, before: Made): Promise<Made> {
  const waiting = new AbortController();
  try {
    return await Promise.race([making, pause(PATIENCE_MS, before, { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}

const siteText = (
  type: (Answer & { kind: "text" })["type"],
  body: string,
): Answer & { kind: "text" } => ({ kind: "text", type, body, forEver: false });

function keyOf({ method, url = "" }: IncomingMessage): string | null {
  if (method !== "GET" && method !== "HEAD" && method !== "OPTIONS") return null;
  return addressKey(url);
}

function send(req: IncomingMessage, res: ServerResponse, made: Made): boolean {
  if (made === null) return false;
  if (req.method === "OPTIONS") return allowReading(res);
  if (made.status === 302) {
    res.writeHead(302, { location: made.to, "cache-control": "public, max-age=60" });
    res.end();
  } else if (made.status === 404) {
    res.setHeader("access-control-allow-origin", "*");
    answerPlainly(res, 404, made.words);
  } else sendAnswer(req, res, made);
  return true;
}

/** Programs on other sites ask first before they send a condition (If-None-Match). */
function allowReading(res: ServerResponse): true {
  res.writeHead(204, {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-headers": "if-none-match",
    "access-control-max-age": "86400",
  });
  res.end();
  return true;
}
