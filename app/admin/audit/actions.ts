"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { verifyAuditChain } from "@/lib/data/verify-audit";
import { Forbidden } from "@/lib/errors";
import { canSeeAudit } from "@/lib/policy/person";

export const verify = action(z.object({}), async (actor) => {
  if (!canSeeAudit(actor)) throw new Forbidden("verify the audit log", "Ask an administrator.");
  const { events, head, faults } = await verifyAuditChain();
  return {
    events: events.toString(),
    head,
    faults: faults.map(({ seq, problem }) => ({ seq: seq.toString(), problem })),
  };
});
