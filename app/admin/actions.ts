"use server";

import { action } from "@/lib/action";
import {
  ChangeOffice,
  grantAdministrator,
  withdrawAdministrator,
} from "@/lib/commands/people/change-office";
import { changeSpecCreation, ChangeSpecCreation } from "@/lib/commands/people/change-spec-creation";
import { inviteAdministrator, InviteAdministrator } from "@/lib/commands/specs/invite";
import { revokeInvitation, RevokeInvitation } from "@/lib/commands/specs/revoke-invitation";
import {
  reinstatePerson,
  suspendPerson,
  SuspendPerson,
} from "@/lib/commands/people/suspend-person";

export const suspend = action(SuspendPerson, (actor, input) =>
  suspendPerson(actor, input, new Date()),
);

export const reinstate = action(SuspendPerson, (actor, input) =>
  reinstatePerson(actor, input, new Date()),
);

export const makeAdministrator = action(ChangeOffice, (actor, input) =>
  grantAdministrator(actor, input, new Date()),
);

export const takeOffice = action(ChangeOffice, (actor, input) =>
  withdrawAdministrator(actor, input, new Date()),
);

export const setSpecCreation = action(ChangeSpecCreation, (actor, input) =>
  changeSpecCreation(actor, input, new Date()),
);

export const invite = action(InviteAdministrator, (actor, input) =>
  inviteAdministrator(actor, input, new Date()),
);

export const revoke = action(RevokeInvitation, (actor, input) =>
  revokeInvitation(actor, input, new Date()),
);
