"use client";

import { InviteDialog, type InviteDialogProps } from "@/components/invitation/invite-dialog";

export type InviteAdministratorDialogProps = Pick<
  InviteDialogProps<{ email: string }>,
  "invite" | "origin"
>;

/** Makes a link that makes its holder administrator. */
export function InviteAdministratorDialog(props: InviteAdministratorDialogProps) {
  return (
    <InviteDialog
      {...props}
      trigger="Invite administrator"
      title="Invite an administrator"
      read={(data) => ({ email: String(data.get("email")) })}
      addressHint="When you write one, only an account with this address can use the link. Without one, anybody who holds the link becomes administrator."
    />
  );
}
