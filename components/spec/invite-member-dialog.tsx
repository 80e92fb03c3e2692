"use client";

import { InviteDialog, type InviteDialogProps } from "@/components/invitation/invite-dialog";
import { RadioCards } from "@/components/ui/radio-cards";
import { isRole, ROLE_SUMMARY, ROLES, type Role } from "@/lib/policy/role";
import { ROLE_NAMES } from "./role-names";

interface Invitation {
  specId: string;
  role: Role;
  email: string;
}

export interface InviteMemberDialogProps extends Pick<
  InviteDialogProps<Invitation>,
  "invite" | "origin"
> {
  specId: string;
}

/** Makes a link that makes its holder a member with a role. */
export function InviteMemberDialog({ specId, ...props }: InviteMemberDialogProps) {
  const read = (data: FormData): Invitation => {
    const role = data.get("role");
    return { specId, role: isRole(role) ? role : "reader", email: String(data.get("email")) };
  };
  return (
    <InviteDialog
      {...props}
      trigger="Invite people"
      title="Invite people"
      read={read}
      addressHint="When you write one, only an account with this address can use the link."
    >
      <RadioCards
        legend="Role"
        name="role"
        defaultValue="editor"
        options={ROLES.map((role) => ({
          value: role,
          label: ROLE_NAMES[role],
          hint: ROLE_SUMMARY[role],
        }))}
      />
    </InviteDialog>
  );
}
