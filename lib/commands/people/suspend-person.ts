import { z } from "zod";
import type { Actor } from "@/lib/policy/actor";
import { canReinstatePerson, canSuspendPerson } from "@/lib/policy/person";
import { changeStanding } from "./change-standing";
import { endSessions } from "./end-sessions";
import { Id } from "./fields";

export const SuspendPerson = z.object({ userId: Id });
export type SuspendPerson = z.infer<typeof SuspendPerson>;

/**
 * Locks somebody out: their sessions end, their open invitations too, and they cannot sign in until
 * they are reinstated. Roles and work stay as they are.
 *
 * @throws as changeStanding does
 */
export const suspendPerson = (actor: Actor, { userId }: SuspendPerson, at: Date) =>
  changeStanding(actor, userId, at, {
    kind: "person.suspended",
    deed: "suspend this person",
    may: canSuspendPerson,
    from: { isSuspended: false },
    data: { suspendedAt: at },
    keepsAnAdministrator: true,
    ends: async (tx) => ({ sessions: await endSessions(tx, { userId }, at) }),
    revokes: {},
  });

/** Lets a suspended person sign in again. @throws as changeStanding does */
export const reinstatePerson = (actor: Actor, { userId }: SuspendPerson, at: Date) =>
  changeStanding(actor, userId, at, {
    kind: "person.reinstated",
    deed: "reinstate this person",
    may: canReinstatePerson,
    from: { isSuspended: true },
    data: { suspendedAt: null },
  });
