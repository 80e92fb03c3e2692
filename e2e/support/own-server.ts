import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { freePort } from "@/lib/data/embedded/free-port";

/** A server of one test alone, on the database of all tests, to be killed and started again. */
export class OwnServer {
  #child: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    readonly url: string,
  ) {}

  static async start(): Promise<OwnServer> {
    const port = await freePort();
    const server = new OwnServer(port, `http://localhost:${port}`);
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const { url, port } = this;
    this.#child = spawn(process.execPath, [".build/server.mjs"], {
      env: { ...process.env, NODE_ENV: "production", PORT: String(port), APP_URL: url },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    for (let tries = 0; tries < 600; tries++) {
      const answer = await fetch(`${url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("The server of this test did not become ready.");
  }

  /** As a power cut: no goodbye, nothing finished. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "close");
  }
}
