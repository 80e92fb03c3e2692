"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import type { Role } from "@/lib/policy/role";
import { ROLE_NAMES } from "@/components/spec/role-names";

export interface InvitationListItem {
  id: string;
  role: Role | null;
  email: string | null;
  expiresAt: Date;
  invitedBy: string | null;
}

export interface InvitationListProps {
  invitations: InvitationListItem[];
  revoke: (input: { invitationId: string }) => Promise<ActionResult<void>>;
}

/** Invitations that nobody took up yet. */
export function InvitationList({ invitations, revoke }: InvitationListProps) {
  return (
    <DataTable
      caption="Open invitations"
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "for",
          header: "For",
          primary: true,
          cell: ({ email }) => email ?? "Anyone with the link",
        },
        {
          key: "role",
          header: "Role",
          cell: ({ role }) => (role ? ROLE_NAMES[role] : "Administrator"),
        },
        { key: "by", header: "Invited by", cell: ({ invitedBy }) => invitedBy ?? "–" },
        { key: "until", header: "Until", cell: ({ expiresAt }) => <Time at={expiresAt} /> },
        {
          key: "actions",
          header: <span className="sr-only">Actions</span>,
          corner: true,
          cell: (invitation) => <Revoke invitation={invitation} revoke={revoke} />,
          className: "sm:text-end",
        },
      ]}
    />
  );
}

function Revoke({
  invitation,
  revoke,
}: Pick<InvitationListProps, "revoke"> & { invitation: InvitationListItem }) {
  const router = useRouter();
  const { run, pending } = useAction(revoke, {
    done: "Invitation revoked",
    failures: "toast",
    onDone: () => router.refresh(),
  });
  return (
    <Button
      size="sm"
      variant="quiet"
      pending={pending}
      aria-label={`Revoke the invitation for ${invitation.email ?? "anyone with the link"}`}
      onClick={() => run({ invitationId: invitation.id })}
    >
      Revoke
    </Button>
  );
}
