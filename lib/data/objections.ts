import type { Role } from "@/lib/policy/role";
import type { Reader } from "./reader";

export interface ObjectionRecord {
  id: string;
  candidateId: string;
  part: string;
  byId: string;
  role: Role;
  reason: string;
  at: Date;
  end: { kind: "lifted" | "dismissed"; byId: string; at: Date; reason: string } | null;
}

/** Objections raised on some candidates, oldest first. */
export async function listObjections(
  reader: Reader,
  candidateIds: readonly string[],
): Promise<ObjectionRecord[]> {
  return reader.objection.findMany({
    where: { candidateId: { in: [...candidateIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      candidateId: true,
      part: true,
      byId: true,
      role: true,
      reason: true,
      at: true,
      end: { select: { kind: true, byId: true, at: true, reason: true } },
    },
  });
}
