import { readFileSync } from "node:fs";
import { log } from "@/lib/log";

// npm passes Ctrl-C on to a process that the terminal has told already: the second signal of one key
// press comes within milliseconds and is no second key press.
const SAME_KEYPRESS_MS = 700;

/**
 * Stops the process in order when it is asked to: Ctrl-C, SIGTERM, the end of the process that started
 * it. A second Ctrl-C ends it at once.
 *
 * @param stop Stops everything; it is called once.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let askedAt = 0;
  const end = async (why: string, code: number) => {
    log().info({ why }, "stopping");
    try {
      await stop();
      process.exit(code);
    } catch (error) {
      log().error({ err: error }, "did not stop in order");
      process.exit(1);
    }
  };
  const ask = (why: string, code = 0) => {
    const now = performance.now();
    if (askedAt === 0) {
      askedAt = now;
      void end(why, code);
    } else if (now - askedAt > SAME_KEYPRESS_MS && why === "SIGINT") {
      process.exit(130);
    }
  };
  process.on("SIGINT", () => ask("SIGINT"));
  process.on("SIGTERM", () => ask("SIGTERM"));
  process.on("SIGHUP", () => ask("SIGHUP"));
  if (process.channel) process.once("disconnect", () => ask("parent ended"));
  else watchNpm(() => ask("npm ended"));
  process.on("uncaughtException", (error) => {
    // What state we are in is not known any more: finish what was begun, then end.
    log().fatal({ err: error }, "uncaught error");
    ask("uncaught error", 1);
  });
  process.on("unhandledRejection", (reason) => {
    // A page can reject a promise that it never waited for. That must not end the process for everybody.
    log().error({ err: reason }, "unhandled rejection");
  });
}

/** npm that was killed cannot pass anything on, and would leave a server behind that nobody sees. */
function watchNpm(ended: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    ended();
  }, 500);
  timer.unref();
}

/** Our parent and its own: npm starts programs through a shell, which outlives npm. */
function parents(): string {
  const { ppid } = process;
  try {
    // "pid (name) state ppid …"; the name may hold spaces and brackets.
    const [, grandparent = ""] =
      /.*\) \S (\d+)/s.exec(readFileSync(`/proc/${ppid}/stat`, "utf8")) ?? [];
    return `${ppid} ${grandparent}`;
  } catch {
    // No /proc on this system, or the parent has just gone: the parent alone then tells.
    return String(ppid);
  }
}
