import { log } from "@/lib/log";

/**
 * Sends what libraries complain about on the console through our log, in production. Next prints the
 * errors of pages there with their whole text, which can hold an address or words of a spec.
 */
export function sendConsoleToLog(): void {
  for (const level of ["error", "warn"] as const) {
    // eslint-disable-next-line no-console -- this is the place that ends its use
    console[level] = (...values: unknown[]) => {
      const err = values.find((value) => value instanceof Error);
      const words = values.filter((value) => typeof value === "string").join(" ");
      log()[level]({ ...(err ? { err } : {}), from: "console" }, words.trim());
    };
  }
}
