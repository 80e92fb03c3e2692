import { canonicalHash } from "@/lib/spec/canonical-json";
import type { BundledApproval } from "./release-bundle";

/**
 * The hash by which the event of publication names an approval: all that it says, without the name of who
 * gave it, because a name can be changed or erased.
 */
export function approvalHash(approval: Omit<BundledApproval, "by">): Promise<string> {
  const { role, at, candidateHash, covers, statement, dissent, diffVersion } = approval;
  return canonicalHash({ role, at, candidateHash, covers, statement, dissent, diffVersion });
}
