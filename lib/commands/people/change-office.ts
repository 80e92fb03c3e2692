import { z } from "zod";
import type { Actor } from "@/lib/policy/actor";
import { canGrantAdministrator, canWithdrawAdministrator } from "@/lib/policy/person";
import { changeStanding } from "./change-standing";
import { Id } from "./fields";

export const ChangeOffice = z.object({ userId: Id });
export type ChangeOffice = z.infer<typeof ChangeOffice>;

/** Makes somebody administrator. @throws as changeStanding does */
export const grantAdministrator = (actor: Actor, { userId }: ChangeOffice, at: Date) =>
  changeStanding(actor, userId, at, {
    kind: "administrator.granted",
    deed: "make this person administrator",
    may: canGrantAdministrator,
    from: { isAdministrator: false },
    data: { administratorSince: at },
  });

/**
 * Takes the office of administrator from somebody else, and ends the open invitations to the office
 * that they wrote.
 *
 * @throws as changeStanding does
 */
export const withdrawAdministrator = (actor: Actor, { userId }: ChangeOffice, at: Date) =>
  changeStanding(actor, userId, at, {
    kind: "administrator.withdrawn",
    deed: "take this office away",
    may: canWithdrawAdministrator,
    from: { isAdministrator: true },
    data: { administratorSince: null },
    keepsAnAdministrator: true,
    revokes: { administrator: true },
  });
