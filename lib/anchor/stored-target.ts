import type { Json } from "@/lib/spec/canonical-json";
import type { Quote, Target } from "./target";

/** A target that was stored as JSON. @throws TypeError when it is none: the row was damaged. */
export function readTarget(value: unknown): Target {
  if (isRecord(value) && typeof value["uid"] === "string") {
    const { kind } = value;
    if (kind === "clause" || kind === "example") return value as unknown as Target;
    if (kind === "response" && typeof value["exampleUid"] === "string") {
      return value as unknown as Target;
    }
    if (kind === "passage" && isQuote(value["quote"])) return value as unknown as Target;
  }
  throw new TypeError("What a thread is about could not be read.");
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isQuote = (value: unknown): value is Quote =>
  isRecord(value) && ["exact", "prefix", "suffix"].every((part) => typeof value[part] === "string");

/** A target as a row keeps it. */
export const writeTarget = (target: Target): { [key: string]: Json } =>
  ({
    ...target,
    ...(target.kind === "passage" ? { quote: { ...target.quote } } : {}),
  }) as { [key: string]: Json };
