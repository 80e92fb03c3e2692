import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface PageServer {
  child: ChildProcess;
  origin: string;
  /** Seconds of a processor until the first page is there: at first, and in a process that begins later. */
  drawn: number;
  reopened: number;
}

/** Starts page-server.ts in a process of its own. */
export async function startPageServer(): Promise<PageServer> {
  const child = fork(path.join(import.meta.dirname, "page-server.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "info" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { port, ...costs } = await answerOf<{ port: number } & PageServer>(child);
  const origin = `http://localhost:${port}`;
  const page = await (await fetch(`${origin}/bench`)).text();
  child.send({ bare: bareOf(page) });
  await answerOf(child);
  // Brotli at its best takes a second off the main thread; the first page must be there.
  await pause(500);
  return { ...costs, child, origin };
}

/** What the process says next. */
export async function answerOf<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, "message")) as [T];
  return message;
}

/** The text of a page as one would write it by hand: UTF-8, without what makes ours fast or fine. */
const bareOf = (page: string) =>
  page
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<(header|nav|footer)\b[\s\S]*?<\/\1>/g, "");

export async function stopPageServer({ child }: PageServer): Promise<void> {
  child.send("stop");
  await once(child, "exit");
}

/** Bytes of a body as they are sent in brotli; fetch would unpack them. */
export const sentBytes = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "br" } }, (res) => {
      if (res.statusCode !== 200) return reject(new Error(`${url} was answered ${res.statusCode}`));
      let bytes = 0;
      res.on("data", (chunk: Buffer) => (bytes += chunk.length));
      res.once("end", () => resolve(bytes));
    }).once("error", reject);
  });
