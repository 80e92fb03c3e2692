import type { IncomingMessage, ServerResponse } from "node:http";
import type { ReadingAssets, SiteFacts } from "@/components/reading/reading-facts";
import { db } from "@/lib/data/db";
import { listPublished, type PublishedSpec } from "@/lib/data/published";
import { getReleaseRecord } from "@/lib/data/release-record";
import { findReleaseSource, getStoredBytes, getStoredDocument } from "@/lib/data/releases";
import { log } from "@/lib/log";
import type { FrontHandler } from "../front";
import { answerPlainly } from "../plain-answer";
import { Answers, type Answer } from "./answers";
import { Library } from "./library";
import * as texts from "./machine-texts";
import { pagePolicy } from "./page-policy";
import { PublishedSpecs } from "./published-specs";
import { readingAddress, type ReadingAddress } from "./reading-address";
import { sendAnswer } from "./send-answer";
import { storedAnswer, type StoredAnswer } from "./stored-answer";

export interface PublicReadingOptions {
  origin: string;
  assets: ReadingAssets;
  databaseUrl: string;
  banner: string | null;
}

/** Ready to be sent, or a redirect, or nothing of ours. */
type Made = StoredAnswer | { status: 302; to: string } | { status: 404; words: string } | null;

// Whole pages and clauses of them; a page of a release takes half a megabyte in its three encodings.
const KEPT = 600;

// Pages tell of newer releases, so even those of old releases may change; browsers ask again each
// minute and get a 304 of 200 bytes.
const FRESH = "public, max-age=60, stale-while-revalidate=3600";
const FOR_EVER = "public, max-age=31536000, immutable";

/**
 * Published specs, answered in front of Next from memory: every answer is made once per process, kept
 * compressed, and made again when something was published. Reading costs no query.
 */
export class PublicReading {
  readonly #site: SiteFacts;
  readonly #policy: string;
  readonly #specs: PublishedSpecs;
  readonly #answers: Answers;
  readonly #made = new Map<string, Promise<Made>>();
  /** The same answers once they are there, so that most requests wait for nothing. */
  readonly #ready = new Map<string, Made>();

  constructor({ origin, assets, banner, databaseUrl }: PublicReadingOptions) {
    this.#site = { origin, assets, banner };
    this.#policy = pagePolicy(assets, origin.startsWith("https:"));
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

  stop(): Promise<void> {
    return this.#specs.stop();
  }

  /** Answers what belongs to published specs and leaves the rest to others. */
  readonly handler: FrontHandler = (req, res) => {
    const path = pathOf(req);
    if (path === null) return false;
    const ready = this.#specs.isSettled ? this.#ready.get(path) : undefined;
    return ready === undefined ? this.#handleSlowly(path, req, res) : send(req, res, ready);
  };

  async #handleSlowly(path: string, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const address = readingAddress(path);
    const specs = await this.#specs.current();
    if (!address && !SITE_TEXTS.has(path)) return false;
    const spec = address && specs.get(address.slug);
    if (address && !spec) return false;
    if (req.method === "OPTIONS") return allowReading(res);
    return send(req, res, await this.#make(path, address, spec ?? null, [...specs.values()]));
  }

  #make(
    path: string,
    address: ReadingAddress | null,
    spec: PublishedSpec | null,
    all: readonly PublishedSpec[],
  ): Promise<Made> {
    const known = this.#made.get(path);
    if (known) return known;
    const making = (async () => {
      const answer =
        address && spec ? await this.#answers.answer(address, spec) : this.#siteText(path, all);
      return this.#finish(answer);
    })();
    this.#keep(path, making);
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
      return storedAnswer(answer.html, {
        type: "text/html; charset=utf-8",
        cache: FRESH,
        shared: false,
        more: { "content-security-policy": this.#policy },
      });
    }
    return storedAnswer(answer.body, {
      type: answer.type,
      cache: answer.forEver ? FOR_EVER : FRESH,
      shared: true,
    });
  }

  #keep(path: string, making: Promise<Made>): void {
    this.#made.set(path, making);
    making.then(
      (made) => {
        // Something was published meanwhile: what was just made is of yesterday.
        if (this.#made.get(path) !== making) return;
        // What is not there may be there tomorrow, and addresses that lead nowhere have no end.
        if (made === null || made.status === 404) this.#made.delete(path);
        else this.#ready.set(path, made);
      },
      () => this.#made.delete(path),
    );
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= KEPT) break;
      this.#made.delete(oldest);
      this.#ready.delete(oldest);
    }
  }

  /** Drops the answers about specs that changed, and makes their first pages before anybody asks. */
  #forget(slugs: readonly string[]): void {
    const changed = new Set(slugs);
    for (const path of this.#made.keys()) {
      const slug = readingAddress(path)?.slug;
      if (slug !== undefined && !changed.has(slug)) continue;
      this.#made.delete(path);
      this.#ready.delete(path);
    }
    setImmediate(() => void this.#warm(slugs));
  }

  async #warm(slugs: readonly string[]): Promise<void> {
    try {
      const specs = await this.#specs.current();
      for (const slug of slugs) {
        const spec = specs.get(slug);
        const address = readingAddress(`/${slug}`);
        if (spec && address) await this.#make(`/${slug}`, address, spec, []);
      }
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

const siteText = (
  type: (Answer & { kind: "text" })["type"],
  body: string,
): Answer & { kind: "text" } => ({ kind: "text", type, body, forEver: false });

function pathOf({ method, url = "" }: IncomingMessage): string | null {
  if (method !== "GET" && method !== "HEAD" && method !== "OPTIONS") return null;
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
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
