import { DatabaseListener } from "@/lib/data/database-listener";
import type { PublishedSpec } from "@/lib/data/published";
import { RELEASE_CHANNEL } from "@/lib/data/release-channel";
import { log } from "@/lib/log";

/**
 * What is published, in memory. Read when the process starts to listen, and again when any process says
 * that something was published; so a reader costs no query, and no process shows what another one
 * replaced.
 */
export class PublishedSpecs {
  #bySlug = new Map<string, PublishedSpec>();
  /** Addresses of before, with the one of today. */
  #moved = new Map<string, string>();
  #fingerprints = new Map<string, string>();
  #reading: Promise<void> | null = null;
  #again = false;
  #listener: DatabaseListener | null = null;

  /**
   * @param read Reads all published specs.
   * @param changed Is told the slugs of specs that are not what they were.
   */
  constructor(
    private readonly read: () => Promise<PublishedSpec[]>,
    private readonly changed: (slugs: readonly string[]) => void,
  ) {}

  /** Listens for news until `stop`. */
  listen(databaseUrl: string): void {
    this.#listener = new DatabaseListener(databaseUrl, [RELEASE_CHANNEL], {
      heard: () => void this.refresh(),
      // What was said while nobody listened was missed.
      began: () => void this.refresh(),
      lost: () => log().warn("published specs are not kept up to date for now"),
    });
  }

  async stop(): Promise<void> {
    await this.#listener?.stop();
  }

  /** The specs as they are known, after what is being read has been read. */
  async current(): Promise<ReadonlyMap<string, PublishedSpec>> {
    if (this.#reading) await this.#reading;
    else if (this.#fingerprints.size === 0 && !this.#listener?.isListening) await this.refresh();
    return this.#bySlug;
  }

  /** The address of today for one that a spec had before. Asked after `current`. */
  movedTo(slug: string): string | undefined {
    return this.#moved.get(slug);
  }

  /** Whether `current` would answer at once. */
  get isSettled(): boolean {
    return this.#reading === null;
  }

  /** Reads again. Calls while it reads make it read once more, whatever their number. */
  refresh(): Promise<void> {
    if (this.#reading) this.#again = true;
    else {
      this.#reading = this.#readAll().finally(() => {
        this.#reading = null;
      });
    }
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    do {
      this.#again = false;
      try {
        this.#take(await this.read());
      } catch (error) {
        // What is known stays up; the next word or the next connection makes us read again.
        log().error({ err: error }, "published specs could not be read");
      }
    } while (this.#again);
  }

  #take(specs: readonly PublishedSpec[]): void {
    const fingerprints = new Map(specs.map((spec) => [spec.slug, JSON.stringify(spec)]));
    const known = new Set([...this.#fingerprints.keys(), ...fingerprints.keys()]);
    const changed = [...known].filter(
      (slug) => fingerprints.get(slug) !== this.#fingerprints.get(slug),
    );
    // One that did not change stays the same object: whoever works on it sees that it is still of today.
    const before = this.#bySlug;
    this.#bySlug = new Map(
      specs.map((spec) => {
        const known = changed.includes(spec.slug) ? undefined : before.get(spec.slug);
        return [spec.slug, known ?? spec];
      }),
    );
    this.#moved = new Map(
      specs.flatMap(({ slug, formerSlugs }) =>
        formerSlugs.map((former) => [former, slug] as const),
      ),
    );
    this.#fingerprints = fingerprints;
    if (changed.length > 0) this.changed(changed);
  }
}
