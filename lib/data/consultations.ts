import type { Reader } from "./reader";
import { db } from "./db";

export interface ConsultationView {
  id: string;
  title: string;
  question: string;
  opensAt: string;
  closesAt: string;
  state: "announced" | "open" | "closed";
}

type Row = Omit<ConsultationView, "opensAt" | "closesAt"> & { opensAt: Date; closesAt: Date };

/** When the public is and was asked, newest first. The database's clock says which one is open (A12). */
export async function listConsultations(specId: string): Promise<ConsultationView[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT id, title, question, "opensAt", "closesAt",
      CASE WHEN clock_timestamp() < "opensAt" THEN 'announced'
           WHEN clock_timestamp() < "closesAt" THEN 'open' ELSE 'closed' END AS state
    FROM "Consultation" WHERE "specId" = ${specId}::uuid ORDER BY "opensAt" DESC`;
  return rows.map(({ opensAt, closesAt, ...row }) => ({
    ...row,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  }));
}

/** Whether the public is asked at this moment of the database's clock. */
export async function isConsulting(reader: Reader, specId: string): Promise<boolean> {
  const [row] = await reader.$queryRaw<{ open: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM "Consultation" WHERE "specId" = ${specId}::uuid
        AND "opensAt" <= clock_timestamp() AND clock_timestamp() < "closesAt") AS open`;
  return row?.open ?? false;
}
