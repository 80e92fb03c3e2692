import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type Logger } from "pino";
import { forLog, textForLog } from "./log-privacy";

// Next loads this file once for each of its bundles, and server.ts loads it again: all of them must
// see the same request, so what they share lives on the process.
const shared = globalThis as {
  preceptRequests?: AsyncLocalStorage<string>;
  preceptLog?: Logger;
  preceptAccessLog?: Logger;
};

const requests = (shared.preceptRequests ??= new AsyncLocalStorage<string>());

/**
 * Runs work as part of a request: whatever it logs carries the request's id, also after awaits.
 *
 * @param requestId The id that the answer shows to people as `x-request-id`.
 */
export function runInRequest<T>(requestId: string, work: () => T): T {
  return requests.run(requestId, work);
}

/** The id of the request being answered, or undefined outside of one. */
export const currentRequestId = (): string | undefined => requests.getStore();

/**
 * The log: one JSON object a line on standard output. Addresses, names, secrets and text of specs are
 * taken out (lib/log-privacy.ts), but write facts and ids in the first place:
 * `log().info({ specId }, "release published")`.
 */
export function log(): Logger {
  return (shared.preceptLog ??= makeLog());
}

// A second is nothing to somebody who follows the log, and hundreds of lines to a busy server.
const ACCESS_LINES = { bytes: 8 * 1024, everyMs: 1_000 };

/**
 * The same for what was asked and answered, one line a request. They are gathered and written together,
 * for writing a line takes as long as answering; a process that is killed loses those of a second.
 */
export function accessLog(): Logger {
  return (shared.preceptAccessLog ??= openAccessLog());
}

function openAccessLog(): Logger {
  const lines = pino.destination({
    fd: 1,
    sync: true,
    minLength: ACCESS_LINES.bytes,
    periodicFlush: ACCESS_LINES.everyMs,
  });
  process.once("exit", () => lines.flushSync());
  return makeLog((line) => void lines.write(line));
}

/**
 * A log that writes elsewhere.
 *
 * @param write Receives each line.
 */
export function makeLog(write?: (line: string) => void): Logger {
  return pino(
    {
      // Read here and not through lib/env.ts: broken settings must be loggable too.
      level: level(),
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const requestId = requests.getStore();
        return requestId ? { requestId } : {};
      },
      hooks: {
        logMethod(args, method) {
          method.apply(this, clean(args) as typeof args);
        },
      },
    },
    // Lines are written at once: the last words before the end of a process are the ones needed.
    write ? { write } : pino.destination({ fd: 1, sync: true }),
  );
}

function level(): string {
  const chosen = process.env.LOG_LEVEL;
  if (chosen && (chosen === "silent" || chosen in pino.levels.values)) return chosen;
  return process.env.NODE_ENV === "test" ? "silent" : "info";
}

function clean([first, ...rest]: readonly unknown[]): unknown[] {
  // pino takes the message of a bare error for the line's own.
  if (first instanceof Error) return [{ err: forLog(first) }, ...rest.map(cleanArgument)];
  return [first, ...rest].map(cleanArgument);
}

const cleanArgument = (value: unknown) =>
  typeof value === "string" ? textForLog(value) : forLog(value);
