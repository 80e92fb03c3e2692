import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { log } from "@/lib/log";
import { STATE_HEADERS } from "./fetch-state";
import type { DraftHead, Storage } from "./storage";

// Drafts that are opened at the moment; each entry is about 100 KB.
const KEPT = 30;

interface Kept {
  tag: string;
  seq: bigint;
  epoch: number;
  br: Buffer;
  gzip: Promise<Buffer> | null;
  state: Uint8Array;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Gives out the state of the newest snapshot, compressed once for everybody: a browser fetches it before
 * it opens the socket, which then brings only what is newer (QUALITY S6).
 */
export class StateAnswers {
  private readonly kept = new Map<string, Promise<Kept | null>>();
  private tightening: Promise<void> = Promise.resolve();

  constructor(private readonly storage: Storage) {}

  /**
   * Answers a request that was authorised.
   *
   * @returns False when the draft has no snapshot yet: the socket then brings everything.
   */
  async answer(
    req: IncomingMessage,
    res: ServerResponse,
    specId: string,
    head: DraftHead,
  ): Promise<boolean> {
    const kept = await this.find(specId, head);
    if (!kept) return false;
    res.setHeader("etag", kept.tag);
    // A draft is nobody else's; browsers that want to keep it do so themselves and send the tag.
    res.setHeader("cache-control", "no-store");
    res.setHeader(STATE_HEADERS.epoch, String(kept.epoch));
    res.setHeader(STATE_HEADERS.version, head.version);
    if (req.headers["if-none-match"] === kept.tag) {
      res.statusCode = 304;
      res.end();
      return true;
    }
    const [encoding, body] = await encoded(kept, String(req.headers["accept-encoding"] ?? ""));
    res.statusCode = 200;
    res.setHeader("content-type", "application/octet-stream");
    res.setHeader("vary", "accept-encoding, cookie");
    if (encoding) res.setHeader("content-encoding", encoding);
    res.setHeader("content-length", body.byteLength);
    res.end(req.method === "HEAD" ? undefined : body);
    return true;
  }

  /**
   * Whoever asks first does not wait for the best compression; those after get it. One at a time and in
   * another thread, once for each snapshot.
   */
  private tighten(kept: Kept): void {
    this.tightening = this.tightening
      .then(async () => void (kept.br = await brotli(kept.state, TIGHT)))
      .catch((error) => log().warn({ err: error }, "sync: state not compressed"));
  }

  private async find(specId: string, head: DraftHead): Promise<Kept | null> {
    const known = await this.kept.get(specId);
    if (known && known.epoch === head.epoch && head.seq - known.seq < FRESH) return known;
    const reading = this.read(specId, head, known ?? null);
    this.kept.delete(specId);
    this.kept.set(specId, reading);
    reading.catch(() => this.kept.get(specId) === reading && this.kept.delete(specId));
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return reading;
  }

  private async read(specId: string, head: DraftHead, known: Kept | null): Promise<Kept | null> {
    const snapshot = await this.storage.findSnapshot(specId, head);
    if (!snapshot) return null;
    const { seq, state } = snapshot;
    if (known?.seq === seq && known.epoch === head.epoch) return known;
    const tag = `"${head.epoch}-${seq}"`;
    const br = await brotli(state, QUICK);
    const kept: Kept = { tag, seq, epoch: head.epoch, state, br, gzip: null };
    this.tighten(kept);
    return kept;
  }
}

const quality = (level: number) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: level } });
/** Of the Model Spec: 27 ms for 109 KB. */
const QUICK = quality(5);
/** 370 ms for 98 KB. */
const TIGHT = quality(10);

// So many updates are cheaper through the socket than a new compression of everything.
const FRESH = 200n;

async function encoded(kept: Kept, accepted: string): Promise<[string | null, Uint8Array]> {
  if (/\bbr\b/.test(accepted)) return ["br", kept.br];
  if (!/\bgzip\b/.test(accepted)) return [null, kept.state];
  kept.gzip ??= zip(kept.state);
  return ["gzip", await kept.gzip];
}
