import { MessageSquare } from "lucide-react";
import { AuthorityBadge } from "@/components/authority/authority-badge";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, Panel } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Progress } from "@/components/ui/progress";
import { Time } from "@/components/ui/time";
import { CLAUSES, levelOf, PEOPLE } from "./samples";
import { Specimen } from "./specimen";

type Clause = (typeof CLAUSES)[number];

const COLUMNS: Column<Clause>[] = [
  { key: "clause", header: "Clause", primary: true, cell: (clause) => clause.title },
  {
    key: "level",
    header: "Level",
    cell: (clause) => <AuthorityBadge {...levelOf(clause.level)} />,
  },
  { key: "changed", header: "Changed", cell: (clause) => <Time at={clause.changed} /> },
  { key: "threads", header: "Threads", numeric: true, cell: (clause) => clause.threads },
];

/** Cards, tables, badges, people, progress, and lists with nothing in them. */
export function ListSpecimen() {
  return (
    <Specimen title="Lists and facts" className="grid gap-8 lg:grid-cols-[3fr_2fr]">
      <Panel title="Changed clauses" actions={<Button size="sm">Compare</Button>}>
        <DataTable
          caption="Clauses changed since the last release"
          columns={COLUMNS}
          rows={CLAUSES}
          rowKey={(clause) => clause.id}
        />
      </Panel>
      <div className="flex flex-col gap-6">
        <Card className="flex flex-col gap-4">
          <div className="flex flex-wrap gap-2">
            <Badge>Draft</Badge>
            <Badge tone="accent">In review</Badge>
            <Badge tone="positive">Published</Badge>
            <Badge tone="caution">Changed since</Badge>
            <Badge tone="negative">Objection</Badge>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            {PEOPLE.map((person) => (
              <Avatar key={person.id} person={person} />
            ))}
            <Avatar person={PEOPLE[1] ?? { id: "", name: "" }} size="sm" />
            <Avatar person={PEOPLE[2] ?? { id: "", name: "" }} size="lg" />
          </div>
          <Progress label="Clauses reviewed" value={12} max={31} />
          <p className="text-ink-muted">
            Published on <Time at="2026-11-23T14:05:00Z" precise />
          </p>
        </Card>
        <EmptyState
          icon={MessageSquare}
          title="No feedback yet"
          action={<Button variant="primary">Open the feedback window</Button>}
        >
          Readers can comment as soon as a release is published and its window is open.
        </EmptyState>
      </div>
    </Specimen>
  );
}
