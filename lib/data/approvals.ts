import { z } from "zod";
import type { Role } from "@/lib/policy/role";
import type { Reader } from "./reader";

export interface ApprovalRecord {
  id: string;
  candidateId: string;
  candidateHash: string;
  reviewerId: string;
  role: Role;
  covers: { part: string; change: string }[];
  statement: string;
  dissent: string;
  diffVersion: string;
  at: Date;
}

const Covers = z.array(z.object({ part: z.string(), change: z.string() }));

/** Approvals of some candidates in the order they were given, without those that were taken back. */
export async function listLineageApprovals(
  reader: Reader,
  candidateIds: readonly string[],
): Promise<ApprovalRecord[]> {
  const approvals = await reader.approval.findMany({
    where: { candidateId: { in: [...candidateIds] }, retraction: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      candidateId: true,
      candidateHash: true,
      reviewerId: true,
      role: true,
      covers: true,
      statement: true,
      dissent: true,
      diffVersion: true,
      at: true,
    },
  });
  return approvals.map((approval) => ({ ...approval, covers: Covers.parse(approval.covers) }));
}
