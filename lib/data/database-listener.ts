import pg from "pg";

export interface ListenerEvents {
  /** Something was told on a channel. */
  heard: (channel: string, payload: string) => void;
  /**
   * Listening began, for the first time or again: what was told in between was missed and must be looked
   * up.
   */
  began: () => void;
  /** Nothing is heard any more, for now. */
  lost: () => void;
}

const ALIVE_EVERY_MS = 2_000;
const ANSWER_WITHIN_MS = 3_000;
const AGAIN_AFTER_MS = [100, 300, 1_000, 2_000];

/**
 * Listens on channels of PostgreSQL with one connection, which is asked every two seconds whether it
 * still lives (a partition says nothing) and opened again when it does not.
 */
export class DatabaseListener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly channels: readonly string[],
    private readonly events: ListenerEvents,
  ) {
    void this.connect();
  }

  get isListening(): boolean {
    return this.client !== null;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "precept-listen",
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    client.on("notification", ({ channel, payload }) => this.events.heard(channel, payload ?? ""));
    client.on("error", () => this.lose(client));
    client.on("end", () => this.lose(client));
    try {
      await client.connect();
      for (const channel of this.channels) {
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      }
    } catch {
      this.abandon(client);
      this.again();
      return;
    }
    if (this.stopped) return this.abandon(client);
    this.client = client;
    this.failures = 0;
    this.events.began();
    this.watch(client);
  }

  private watch(client: pg.Client): void {
    this.timer = setTimeout(async () => {
      try {
        await client.query("SELECT 1");
        if (this.client === client) this.watch(client);
      } catch {
        this.lose(client);
      }
    }, ALIVE_EVERY_MS);
  }

  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.abandon(client);
    if (this.stopped) return;
    this.events.lost();
    this.again();
  }

  private again(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    const wait = AGAIN_AFTER_MS[Math.min(this.failures, AGAIN_AFTER_MS.length - 1)];
    this.failures += 1;
    this.timer = setTimeout(() => void this.connect(), wait);
  }

  /** A broken connection may never answer its own end. */
  private abandon(client: pg.Client): void {
    client.end().catch(() => undefined);
    (
      client as unknown as { connection?: { stream?: { destroy(): void } } }
    ).connection?.stream?.destroy();
  }
}
