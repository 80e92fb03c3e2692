import type { Reader } from "./reader";
import type { Transaction } from "./transaction";

/** The page of a release as it was drawn once. */
export interface DrawnPageView {
  /** Brotli. */
  page: Uint8Array;
  css: string;
  /** JSON as brotli. */
  uids: Uint8Array;
}

// Processes of the version before may still run beside this one, and draw the same release otherwise.
const KEEP_OTHERS_MS = 24 * 3_600_000;

/** A drawn page by the hash of all that it is made of. Public, as releases are: no leave is asked. */
export async function findDrawnPage(reader: Reader, key: string): Promise<DrawnPageView | null> {
  return reader.drawnPage.findUnique({
    where: { key },
    select: { page: true, css: true, uids: true },
  });
}

/** Makes others who want to draw the same page wait until this transaction ends. */
export async function lockDrawing(tx: Transaction, key: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`drawing ${key}`}, 0))::text`;
}

/** Keeps a page, and forgets older drawings of the same release. */
export async function keepDrawnPage(
  tx: Transaction,
  drawn: DrawnPageView & { key: string; specId: string; label: string },
): Promise<void> {
  const { page, uids, ...rest } = drawn;
  await tx.drawnPage.create({
    data: { ...rest, page: Uint8Array.from(page), uids: Uint8Array.from(uids) },
  });
  await tx.drawnPage.deleteMany({
    where: {
      specId: drawn.specId,
      label: drawn.label,
      key: { not: drawn.key },
      at: { lt: new Date(Date.now() - KEEP_OTHERS_MS) },
    },
  });
}
