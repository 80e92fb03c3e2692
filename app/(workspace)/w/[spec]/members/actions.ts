"use server";

import { action } from "@/lib/action";
import { ChangeRole, changeRole } from "@/lib/commands/specs/change-role";
import { InviteMember, inviteMember } from "@/lib/commands/specs/invite";
import { RemoveMember, removeMember } from "@/lib/commands/specs/remove-member";
import { RevokeInvitation, revokeInvitation } from "@/lib/commands/specs/revoke-invitation";

export const invite = action(InviteMember, (actor, input) =>
  inviteMember(actor, input, new Date()),
);

export const revoke = action(RevokeInvitation, (actor, input) =>
  revokeInvitation(actor, input, new Date()),
);

export const change = action(ChangeRole, (actor, input) => changeRole(actor, input, new Date()));

export const remove = action(RemoveMember, (actor, input) =>
  removeMember(actor, input, new Date()),
);
