import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { env } from "@/lib/env";

/**
 * Compiles the process that `SyncProcess` starts: it begins in a second, through tsx it would take several.
 *
 * @returns The file, and what removes it.
 */
export async function buildSyncProcess(): Promise<{ file: string; remove: () => Promise<void> }> {
  // Inside the checkout, so that it finds node_modules.
  const folder = await mkdtemp(path.resolve(".sync-process-"));
  const file = path.join(folder, "server.mjs");
  await build({
    entryPoints: ["lib/testing/hold-sync-server.ts"],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": path.resolve(".") },
    external: ["vitest"],
    logLevel: "error",
  });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A server process that can be killed. */
export class SyncProcess {
  private readonly child: ChildProcess;
  private readonly listening: Promise<number>;
  private readonly ended: Promise<number | null>;
  private output = "";

  constructor(file: string, { databaseUrl, port = 0 }: { databaseUrl: string; port?: number }) {
    const { APP_URL, AUTH_SECRET } = env();
    this.child = spawn(process.execPath, ["--enable-source-maps", file], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        APP_URL,
        AUTH_SECRET,
        SYNC_PORT: String(port),
        LOG_LEVEL: "warn",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child.stderr?.on("data", (data) => (this.output += String(data)));
    this.ended = new Promise((resolve) => this.child.once("close", (code) => resolve(code)));
    this.listening = new Promise((resolve, reject) => {
      this.child.stdout?.on("data", (data) => {
        this.output += String(data);
        const found = /listening (\d+)/.exec(this.output);
        if (found) resolve(Number(found[1]));
      });
      this.child.once("close", () => reject(new Error(`It ended early:\n${this.output}`)));
    });
  }

  /** Waits until it listens. @returns The address for WebsocketProvider. */
  async address(): Promise<string> {
    return `ws://localhost:${await this.listening}/sync`;
  }

  get port(): Promise<number> {
    return this.listening;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.listening.catch(() => undefined);
    this.child.kill("SIGKILL");
    await this.ended;
  }

  /** As a deployment does. @returns The exit code. */
  async stop(): Promise<number | null> {
    this.child.kill("SIGTERM");
    return this.ended;
  }
}
