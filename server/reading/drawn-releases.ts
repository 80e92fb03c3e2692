import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import type { SiteFacts } from "@/components/reading/reading-facts";
import { db } from "@/lib/data/db";
import {
  findDrawnPage,
  keepDrawnPage,
  lockDrawing,
  type DrawnPageView,
} from "@/lib/data/drawn-pages";
import type { PublishedRelease, PublishedSpec } from "@/lib/data/published";
import { transaction } from "@/lib/data/transaction";
import type { DrawnRelease } from "./draw-release";
import { InTurn } from "./in-turn";
import { compressed } from "./stored-answer";

/** The page of a release, ready to be sent. */
export interface DrawnPage extends DrawnRelease {
  /** `html`, compressed as well as it goes. */
  br: Buffer;
}

// In memory only for as long as the page and the list of its blocks are asked for, one after the other.
const HELD = 4;
const DRAW_WITHIN_MS = 120_000;

/**
 * The pages of releases, each drawn once in its life: the database keeps what was drawn, by the hash of
 * all that went into it, so that neither another process nor a restart does the work again. One at a
 * time: drawing a whole spec costs seconds of a processor, and this process also serves editors.
 */
export class DrawnReleases {
  readonly #held = new Map<string, Promise<DrawnPage>>();
  readonly #drawing = new InTurn();

  /** @param draw Draws the page of a release anew. */
  constructor(
    private readonly site: SiteFacts,
    private readonly draw: (spec: PublishedSpec, label: string) => Promise<DrawnRelease>,
  ) {}

  take(spec: PublishedSpec, { label }: Pick<PublishedRelease, "label">): Promise<DrawnPage> {
    const key = this.#keyOf(spec, label);
    const known = this.#held.get(key);
    if (known) return known;
    const taken = this.#find(key).then(
      (kept) => kept ?? this.#drawing.run(() => this.#drawOnce(key, spec, label)),
    );
    this.#held.set(key, taken);
    taken.catch(() => this.#held.delete(key));
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= HELD) break;
      this.#held.delete(oldest);
    }
    return taken;
  }

  /** A page tells of other releases too, so all that is known of its spec is part of it. */
  #keyOf(spec: PublishedSpec, label: string): string {
    const { origin, banner, assets } = this.site;
    // Names stand in the records alone.
    const { people: _, ...known } = spec;
    const parts = JSON.stringify([origin, banner, assets, known, label]);
    return createHash("sha256").update(parts).digest("hex");
  }

  async #find(key: string): Promise<DrawnPage | null> {
    const kept = await findDrawnPage(db(), key);
    return kept && unpacked(kept);
  }

  #drawOnce(key: string, spec: PublishedSpec, label: string): Promise<DrawnPage> {
    return transaction(
      async (tx) => {
        await lockDrawing(tx, key);
        const kept = await findDrawnPage(tx, key);
        if (kept) return unpacked(kept);
        const drawn = await this.draw(spec, label);
        const br = await compressed(Buffer.from(drawn.html));
        await keepDrawnPage(tx, {
          key,
          specId: spec.id,
          label,
          page: br,
          css: drawn.css,
          uids: await packed(JSON.stringify(drawn.uids)),
        });
        return { ...drawn, br };
      },
      { timeoutMs: DRAW_WITHIN_MS },
    );
  }
}

async function unpacked({ page, css, uids }: DrawnPageView): Promise<DrawnPage> {
  const [html, list] = await Promise.all([page, uids].map((bytes) => opened(bytes)));
  return {
    html: html!,
    css,
    uids: JSON.parse(list!) as DrawnRelease["uids"],
    br: Buffer.from(page),
  };
}

const opened = async (bytes: Uint8Array) => (await promisify(brotliDecompress)(bytes)).toString();

/** Random letters: trying harder gains nothing. */
const packed = (text: string): Promise<Buffer> =>
  promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
