import { db } from "./db";

export interface ConsultationView {
  id: string;
  title: string;
  question: string;
  opensAt: string;
  closesAt: string;
  state: "announced" | "open" | "closed";
}

/** When the public is and was asked, newest first. */
export async function listConsultations(specId: string, at: Date): Promise<ConsultationView[]> {
  const rows = await db().consultation.findMany({
    where: { specId },
    orderBy: { opensAt: "desc" },
    select: { id: true, title: true, question: true, opensAt: true, closesAt: true },
  });
  return rows.map(({ opensAt, closesAt, ...row }) => ({
    ...row,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    state: at < opensAt ? "announced" : at < closesAt ? "open" : "closed",
  }));
}
