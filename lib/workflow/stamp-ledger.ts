import { canonicalJson } from "@/lib/spec/canonical-json";
import type { Ledger, LedgerEvent } from "@/lib/spec/ledger";

/**
 * Says of each event of the ledger in which release it is first seen. In a draft new events have no
 * release yet; the base knows those that were published, the others get the label of the candidate.
 */
export function stampLedger(ledger: Ledger, base: Ledger, label: string): Ledger {
  const known = new Map(base.map((event) => [withoutRelease(event), event.release]));
  return ledger.map((event) =>
    event.release === null
      ? { ...event, release: known.get(withoutRelease(event)) ?? label }
      : event,
  );
}

const withoutRelease = (event: LedgerEvent) => canonicalJson({ ...event, release: null });
