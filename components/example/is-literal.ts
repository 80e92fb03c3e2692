import type { AttributePair } from "@/lib/spec/block-json";
import type { Role } from "@/lib/spec/schema/example-blocks";

/** Whether a message is shown sign by sign: all that goes between programs, where a quote is a quote. */
export function isLiteral(role: Role, attributes: readonly AttributePair[]): boolean {
  return (
    role === "system" ||
    role === "developer" ||
    role === "tool" ||
    attributes.some(([name]) => name === "recipient")
  );
}
