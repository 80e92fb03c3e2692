import type { Metadata } from "next";
import { auditSentence } from "@/components/admin/audit-words";
import { VerifyPanel } from "@/components/admin/verify-panel";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { EVENTS_PER_PAGE, listAuditEvents, type AuditEventView } from "@/lib/data/audit-log";
import { AdminFrame, requireAdministrator } from "../admin-frame";
import { verify } from "./actions";

export const metadata: Metadata = { title: "Audit log" };

interface Props {
  searchParams: Promise<{ before?: string }>;
}

export default async function AuditPage({ searchParams }: Props) {
  const signedIn = await requireAdministrator("/admin/audit");
  const { before } = await searchParams;
  const events = await listAuditEvents(
    signedIn.actor,
    before && /^\d{1,18}$/.test(before) ? BigInt(before) : undefined,
  );
  const last = events.at(-1);
  return (
    <AdminFrame signedIn={signedIn} page="Audit log">
      <PageHeader title="Audit log">
        Who changed what, for ever. Nobody can alter or delete a line without being found out.
      </PageHeader>
      <VerifyPanel verify={verify} />
      <div className="mt-6">
        <DataTable
          caption="Events, newest first"
          rows={events}
          rowKey={({ seq }) => seq.toString()}
          empty={<p className="py-8 text-ink-muted">Nothing is on record here yet.</p>}
          columns={[
            { key: "what", header: "What happened", primary: true, cell: sentence },
            {
              key: "when",
              header: "When",
              cell: ({ at }) => <Time at={at} precise />,
              className: "whitespace-nowrap",
            },
            {
              key: "seq",
              header: "Number",
              numeric: true,
              cell: ({ seq, hash }) => <span title={`Hash ${hash}`}>{seq.toString()}</span>,
            },
          ]}
        />
      </div>
      <nav aria-label="Pages" className="mt-4 flex justify-between gap-4">
        {before ? <ButtonLink href="/admin/audit">Newest</ButtonLink> : <span />}
        {last && events.length === EVENTS_PER_PAGE && last.seq > 1n && (
          <ButtonLink href={`/admin/audit?before=${last.seq}`}>Older</ButtonLink>
        )}
      </nav>
    </AdminFrame>
  );
}

function sentence({ kind, actor, subject, spec, payload }: AuditEventView): string {
  return auditSentence(
    kind,
    {
      actor: actor ? nameOf(actor) : "The installation",
      subject: subject ? nameOf(subject) : "somebody",
      spec: spec ? `“${spec.title ?? `a spec that is gone (${short(spec.id)})`}”` : "",
    },
    payload,
  );
}

// Somebody who erased their account is told from others who did by the end of the id alone.
const nameOf = ({ id, name }: { id: string; name: string | null }) =>
  name ?? `Former member ${short(id)}`;

const short = (id: string) => id.slice(-6);
