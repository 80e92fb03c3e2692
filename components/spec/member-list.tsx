"use client";

import { useRouter } from "next/navigation";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Select } from "@/components/ui/select";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/ui/use-action";
import type { ActionResult } from "@/lib/action-result";
import { ROLES, type Role } from "@/lib/policy/role";
import { ROLE_NAMES } from "./role-names";

export interface MemberListItem {
  userId: string;
  name: string;
  role: Role;
  addedAt: Date;
  isSuspended: boolean;
  /** What the person who looks may do with this member. */
  may: { changeRole: boolean; remove: boolean; leave: boolean };
}

export interface MemberListProps {
  specId: string;
  members: MemberListItem[];
  changeRole: (input: {
    specId: string;
    userId: string;
    role: Role;
  }) => Promise<ActionResult<void>>;
  remove: (input: { specId: string; userId: string }) => Promise<ActionResult<void>>;
}

/** Who belongs to a spec, and what each may do. */
export function MemberList({ specId, members, changeRole, remove }: MemberListProps) {
  return (
    <DataTable
      caption="Members"
      rows={members}
      rowKey={(member) => member.userId}
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: (member) => (
            <span className="inline-flex items-center gap-2.5">
              <Avatar person={{ id: member.userId, name: member.name }} size="sm" decorative />
              {member.name}
              {member.may.leave && <Badge tone="accent">You</Badge>}
              {member.isSuspended && <Badge tone="caution">Suspended</Badge>}
            </span>
          ),
        },
        { key: "since", header: "Since", cell: (member) => <Time at={member.addedAt} /> },
        {
          key: "role",
          header: "Role",
          cell: (member) => <RoleCell specId={specId} member={member} changeRole={changeRole} />,
        },
        {
          key: "actions",
          header: <span className="sr-only">Actions</span>,
          corner: true,
          cell: (member) => <RemoveCell specId={specId} member={member} remove={remove} />,
          className: "sm:text-end",
        },
      ]}
    />
  );
}

function RoleCell({
  specId,
  member,
  changeRole,
}: Pick<MemberListProps, "specId" | "changeRole"> & { member: MemberListItem }) {
  const router = useRouter();
  const { run, pending } = useAction(changeRole, {
    done: `${member.name} has a new role`,
    failures: "toast",
    onDone: () => router.refresh(),
  });
  if (!member.may.changeRole) return ROLE_NAMES[member.role];
  return (
    <Select
      aria-label={`Role of ${member.name}`}
      value={member.role}
      disabled={pending}
      onChange={(event) => run({ specId, userId: member.userId, role: event.target.value as Role })}
      className="inline-block w-36"
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {ROLE_NAMES[role]}
        </option>
      ))}
    </Select>
  );
}

function RemoveCell({
  specId,
  member,
  remove,
}: Pick<MemberListProps, "specId" | "remove"> & { member: MemberListItem }) {
  const router = useRouter();
  const leaves = member.may.leave;
  const { run, pending } = useAction(remove, {
    done: leaves ? "You left the spec" : `${member.name} is no longer a member`,
    failures: "toast",
    onDone: () => (leaves ? router.push("/w") : router.refresh()),
  });
  if (!member.may.remove && !leaves) return null;
  const words = leaves ? "Leave this spec" : `Remove ${member.name}`;
  return (
    <AlertDialog
      trigger={
        <Button size="sm" variant="quiet" pending={pending} aria-label={words}>
          {leaves ? "Leave" : "Remove"}
        </Button>
      }
      title={`${words}?`}
      description={
        leaves
          ? "You will no longer see its draft. A publisher can invite you again."
          : "They will no longer see its draft. What they wrote and decided stays."
      }
      confirm={words}
      danger
      onConfirm={() => run({ specId, userId: member.userId })}
    />
  );
}
