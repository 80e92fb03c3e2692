import { createServer, type Server } from "node:http";
import type { ReadingAssets } from "@/components/reading/reading-facts";
import { PublicReading } from "../public-reading";

/** What the pages of a `ReadingServer` carry. */
export const TEST_ASSETS: ReadingAssets = {
  css: "body{margin:0}",
  earlyScript: "document.documentElement.dataset.scripts=''",
  startHref: "/_r/start-test.js",
  laterHref: "/_r/later-test.css",
  lettersHref: "/_r/letters-test.css",
  drawnBy: "the tests",
};

const ORIGIN = "https://spec.example.org";

/** One process that answers published specs; whatever it leaves to Next gets 418. */
export class ReadingServer {
  readonly server: Server;
  readonly reading: PublicReading;

  constructor() {
    this.reading = new PublicReading({
      origin: ORIGIN,
      assets: TEST_ASSETS,
      databaseUrl: String(process.env.DATABASE_URL),
      banner: null,
      headers: {},
    });
    this.server = createServer(async (req, res) => {
      try {
        if (await this.reading.handler(req, res)) return;
        res.writeHead(418).end("left to Next");
      } catch (error) {
        res.writeHead(500).end(String(error));
      }
    });
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, "127.0.0.1", resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await this.reading.stop();
  }
}
