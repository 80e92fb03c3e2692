import { log } from "@/lib/log";

const LEVELS = { error: "error", warn: "warn", info: "info", log: "info", debug: "debug" } as const;

/**
 * Sends what libraries print on the console through our log, in production. Next prints the errors of
 * pages there with their whole text, which can hold an address or words of a spec.
 */
export function sendConsoleToLog(): void {
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, "info"][]) {
    // eslint-disable-next-line no-console -- this is the place that ends its use
    console[method] = (...values: unknown[]) => {
      const err = values.find((value) => value instanceof Error);
      const words = values.filter((value) => typeof value === "string").join(" ");
      log()[level]({ ...(err ? { err } : {}), from: "console" }, words.trim());
    };
  }
}
