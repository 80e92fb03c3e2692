import type { Parsed } from "@/lib/markdown/parse";
import type { SpecDocument } from "@/lib/spec/document";
import type { SinceBefore } from "./release-preview";

export function carryIdentities(
  before: SpecDocument,
  parsed: Parsed,
  _release: string | null,
): { parsed: Parsed; since: SinceBefore } {
  return { parsed, since: { known: 0, all: 0, ledger: before.ledger } };
}
