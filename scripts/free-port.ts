import { createServer } from "node:net";
import { ScriptStopped } from "./progress";

const FIRST = 3000;
const TRIES = 20;

/** For production, where another port than the expected one is of no use: PORT or 3000, or words. */
export async function requirePort(): Promise<number> {
  const port = Number(process.env.PORT || FIRST);
  if (await isFree(port)) return port;
  throw new ScriptStopped(
    `Port ${port} is taken by another program. Stop that program, or set PORT to another number.`,
  );
}

/**
 * Chooses the port to serve on: PORT when it is set, else 3000 or the next free one.
 *
 * @throws ScriptStopped when PORT is set and taken: somebody wrote that number for a reason.
 */
export async function choosePort(): Promise<number> {
  if (process.env.PORT) return requirePort();
  for (let port = FIRST; port < FIRST + TRIES; port += 1) {
    if (!(await isFree(port))) continue;
    if (port !== FIRST) console.log(`  Port ${FIRST} is taken by another program; using ${port}.`);
    return port;
  }
  throw new ScriptStopped(
    `The ports ${FIRST} to ${FIRST + TRIES - 1} are all taken. Set PORT to a free one.`,
  );
}

/** Looked at with and without a host: a program that listens everywhere leaves 127.0.0.1 free. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, ...(host ? { host } : {}) }, () => probe.close(() => resolve(true)));
  });
}
