import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Time } from "@/components/ui/time";
import { PersonActions, type PersonSteps } from "./person-actions";

/** One person as administrators see them, with what this administrator may do about them. */
export interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  createdAt: Date;
  lastSeenAt: Date | null;
  isAdministrator: boolean;
  isSpecCreator: boolean;
  isSuspended: boolean;
  isSelf: boolean;
  specCount: number;
  may: {
    suspend: boolean;
    reinstate: boolean;
    makeAdministrator: boolean;
    withdrawAdministrator: boolean;
    grantSpecCreation: boolean;
    withdrawSpecCreation: boolean;
  };
}

/** Everybody with an account. */
export function PeopleTable({ people, steps }: { people: PersonRow[]; steps: PersonSteps }) {
  return (
    <DataTable
      caption="People"
      rows={people}
      rowKey={({ id }) => id}
      empty={<p className="py-8 text-ink-muted">Nobody has such a name or address.</p>}
      columns={[
        { key: "name", header: "Name", primary: true, cell: (row) => <Name row={row} /> },
        {
          key: "email",
          header: "E-mail address",
          cell: ({ email }) => <span className="break-all">{email ?? "–"}</span>,
        },
        { key: "specs", header: "Specs", numeric: true, cell: ({ specCount }) => specCount },
        {
          key: "seen",
          header: "Last seen",
          cell: ({ lastSeenAt }) => (lastSeenAt ? <Time at={lastSeenAt} /> : "Never"),
        },
        {
          key: "actions",
          header: <span className="sr-only">Actions</span>,
          corner: true,
          cell: (row) => <PersonActions person={row} steps={steps} />,
          className: "align-middle sm:py-1 sm:text-end",
        },
      ]}
    />
  );
}

function Name({ row }: { row: PersonRow }) {
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {row.name}
      {row.isSelf && <Badge>You</Badge>}
      {row.isAdministrator && <Badge tone="accent">Administrator</Badge>}
      {row.isSpecCreator && <Badge>Creates specs</Badge>}
      {row.isSuspended && <Badge tone="negative">Suspended</Badge>}
    </span>
  );
}
