import type { Transaction } from "@/lib/data/transaction";

/** Ends every time for publishing that is set for a candidate. */
export async function endSchedules(
  tx: Transaction,
  candidateId: string,
  end: { kind: "kept" | "cancelled" | "missed"; byId: string | null; words?: string },
): Promise<void> {
  const open = await tx.publishSchedule.findMany({
    where: { candidateId, end: null },
    select: { id: true },
  });
  await tx.scheduleEnd.createMany({ data: open.map(({ id }) => ({ ...end, scheduleId: id })) });
}
