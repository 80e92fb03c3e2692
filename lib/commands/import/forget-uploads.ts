import { db } from "@/lib/data/db";

/** Deletes uploads that nobody imported within their hour. @returns How many. */
export async function forgetUploads(at: Date): Promise<number> {
  const { count } = await db().importUpload.deleteMany({ where: { expiresAt: { lte: at } } });
  return count;
}
