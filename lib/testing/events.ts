import { db } from "@/lib/data/db";

/** The kinds of the events about a person or a spec, oldest first. */
export async function eventKinds(about: { subjectId: string } | { specId: string }) {
  const rows = await db().auditEvent.findMany({ where: about, orderBy: { seq: "asc" } });
  return rows.map(({ kind }) => kind);
}
