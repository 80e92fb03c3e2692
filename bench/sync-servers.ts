import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";

/** A server process under measurement. */
export interface MeasuredServer {
  name: string;
  pid: number;
  /** Address of one document, with what its handshake needs. */
  addressOf: (document: string) => string;
  stop: () => Promise<void>;
}

/** @y/websocket-server, as it comes: no checks, nothing stored. */
export async function startPeer(): Promise<MeasuredServer> {
  const port = await freePort();
  const file = path.resolve("node_modules/@y/websocket-server/src/server.js");
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, PORT: String(port), HOST: "localhost" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  return {
    name: "@y/websocket-server",
    pid: child.pid ?? 0,
    addressOf: (document) => `ws://localhost:${port}/${document}`,
    stop: () => end(child),
  };
}

/** Processor time of a process so far, user and system, in milliseconds. */
export function cpuOf(pid: number): number {
  if (process.platform === "linux") {
    // Fields 14 and 15 in ticks of 10 ms; the name before may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }
  const time = execFileSync("ps", ["-o", "time=", "-p", String(pid)], { encoding: "utf8" }).trim();
  return time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1_000;
}

/** Resident memory of a process in megabytes. */
export function memoryOf(pid: number): number {
  const rss = execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(rss) / 1_024;
}

export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("close", () => resolve());
    child.kill("SIGKILL");
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
