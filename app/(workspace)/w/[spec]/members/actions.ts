"use server";

import { action } from "@/lib/action";
import { ChangeRole, changeRole } from "@/lib/commands/change-role";
import { InviteMember, inviteMember } from "@/lib/commands/invite";
import { RemoveMember, removeMember } from "@/lib/commands/remove-member";
import { RevokeInvitation, revokeInvitation } from "@/lib/commands/revoke-invitation";

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
