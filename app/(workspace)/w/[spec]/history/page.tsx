import { History } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { HistoryFilter } from "@/components/history/history-filter";
import { LitOutline } from "@/components/history/lit-outline";
import { NameDialog } from "@/components/history/name-dialog";
import { Timeline } from "@/components/history/timeline";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { listContributors, listRevisions } from "@/lib/data/revisions";
import { canNameRevision } from "@/lib/policy/history";
import { sectionTree } from "@/lib/spec/section-tree";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";
import { name } from "./actions";

const PER_PAGE = 60;

interface HistoryPageProps extends SpecPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage(props: HistoryPageProps) {
  const { signedIn, spec } = await openSpec(props, "/history");
  const { actor } = signedIn;
  const filter = readQuery(await props.searchParams);
  const [revisions, people, { document }] = await Promise.all([
    listRevisions(actor, spec.id, { ...filter, take: PER_PAGE }),
    listContributors(actor, spec.id),
    getDraftMoment(db(), spec.id),
  ]);
  const base = `/w/${spec.slug}`;
  const sections = sectionTree(document.content).sections.flatMap(({ uid, id, title, level }) =>
    uid === null ? [] : [{ uid, id, title, level }],
  );
  const filtered = filter.section !== undefined || filter.person !== undefined;
  const oldest = revisions.at(-1)?.number ?? 1;
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="History">
      <PageHeader
        title="History"
        actions={
          canNameRevision(actor, spec) && <NameDialog specId={spec.id} number={null} save={name} />
        }
      >
        Every moment at which people paused, with who wrote and what changed. Any of them can be
        read, compared and restored.
      </PageHeader>
      <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="min-w-0">
          <HistoryFilter
            sections={sections}
            people={people}
            section={filter.section ?? null}
            person={filter.person ?? null}
            href={`${base}/history`}
          />
          {revisions.length === 0 ? (
            <Nothing filtered={filtered} base={base} />
          ) : (
            <Timeline revisions={revisions} base={base} folded={!filtered} />
          )}
          {revisions.length === PER_PAGE && oldest > 1 && (
            <Link className="link" href={`?${olderQuery(filter, oldest)}`}>
              Older
            </Link>
          )}
        </div>
        <div className="max-xl:hidden">
          <div className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto">
            <LitOutline sections={sections} base={base} />
          </div>
        </div>
      </div>
    </SpecFrame>
  );
}

function Nothing({ filtered, base }: { filtered: boolean; base: string }) {
  return filtered ? (
    <EmptyState icon={History} title="Nothing matches">
      No revision changed this section in this way.{" "}
      <Link className="link" href={`${base}/history`}>
        Show everything
      </Link>
    </EmptyState>
  ) : (
    <EmptyState icon={History} title="No history yet">
      Write in the draft. When you pause for two minutes, the moment is kept here by itself.
    </EmptyState>
  );
}

interface Filter {
  section?: string;
  person?: string;
  before?: number;
}

function readQuery(query: Record<string, string | string[] | undefined>): Filter {
  const word = (key: string) => [query[key]].flat()[0] || undefined;
  const section = word("section");
  const person = word("person");
  const before = Number(word("before"));
  return {
    ...(section ? { section } : {}),
    ...(person && /^[0-9a-f-]{36}$/.test(person) ? { person } : {}),
    ...(Number.isInteger(before) && before > 0 ? { before } : {}),
  };
}

function olderQuery({ section, person }: Filter, before: number): string {
  const query = new URLSearchParams({ before: String(before) });
  if (section) query.set("section", section);
  if (person) query.set("person", person);
  return query.toString();
}
