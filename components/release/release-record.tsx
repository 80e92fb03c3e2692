import Link from "next/link";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { NotesText } from "./notes-text";
import { plural } from "./review-words";

interface Settled {
  kind: "lifted" | "dismissed";
  by: string;
  at: Date;
  reason: string;
}

export interface PublicRecord {
  label: string;
  origin: "published" | "imported";
  documentHash: string;
  manifestHash: string;
  baseLabel: string | null;
  nextLabel: string | null;
  changelog: string;
  publishedAt: Date;
  publishedBy: string | null;
  candidate: { number: number; hash: string; cutBy: string; cutAt: Date } | null;
  approvals: {
    by: string;
    role: string;
    at: Date;
    changes: number;
    statement: string;
    dissent: string;
  }[];
  objections: { by: string; reason: string; at: Date; end: Settled | null }[];
  errata: { number: number; sectionId: string | null; text: string; at: Date; by: string }[];
  withdrawal: { reason: string; at: Date; by: string } | null;
  override: {
    askedBy: string;
    confirmedBy: string;
    at: Date;
    reason: string;
    unmet: { title: string; words: string }[];
  } | null;
}

/** Everything that is public about a release: what it is, who answers for it, and how to check it. */
export function ReleaseRecord({ record, slug }: { record: PublicRecord; slug: string }) {
  const { label, publishedAt, publishedBy, baseLabel, nextLabel, origin } = record;
  return (
    <article>
      <h1 className="mt-1 font-serif text-3xl font-semibold text-balance">{label}</h1>
      <p className="mt-2 text-ink-muted">
        Published <Time at={publishedAt} />
        {publishedBy && origin === "published" && ` by ${publishedBy}`}
        {origin === "imported" && ", taken over here from elsewhere"}
        {baseLabel ? `. It follows ${baseLabel}` : ". The first release"}
        {nextLabel ? `; ${nextLabel} came after it.` : "."}
      </p>
      <Warnings record={record} />
      <p className="mt-5 flex flex-wrap gap-x-5 gap-y-2">
        <Link href={`/${slug}/${label}`} className="link">
          Read {label}
        </Link>
        {baseLabel && (
          <Link href={`/${slug}/${label}/compare/${baseLabel}`} className="link">
            What changed since {baseLabel}
          </Link>
        )}
      </p>
      <Part title="What changed">
        {record.changelog ? (
          <NotesText text={record.changelog} />
        ) : (
          <p className="text-ink-muted">There are no notes for this release.</p>
        )}
      </Part>
      {record.errata.length > 0 && (
        <Part title="Errata">
          <Errata record={record} slug={slug} />
        </Part>
      )}
      {origin === "published" && (
        <Part title="Who approved it">
          <Approvals record={record} />
        </Part>
      )}
      {record.objections.length > 0 && (
        <Part title="Objections that were not met">
          <Objections objections={record.objections} />
        </Part>
      )}
      <Part title="Check it yourself">
        <Checking record={record} slug={slug} />
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3 font-serif text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Warnings({ record: { withdrawal, override } }: { record: PublicRecord }) {
  return (
    <div className="mt-5 flex flex-col gap-3 empty:hidden">
      {withdrawal && (
        <Notice tone="danger" title="This release was withdrawn">
          <p className="whitespace-pre-line">{withdrawal.reason}</p>
          <p className="mt-1">
            {withdrawal.by}, <Time at={withdrawal.at} />. Its text stays readable; do not rely on
            it.
          </p>
        </Notice>
      )}
      {override && (
        <Notice tone="caution" title="Published against the rules of this spec">
          <p className="whitespace-pre-line">{override.reason}</p>
          <p className="mt-1">
            Asked for by {override.askedBy}, confirmed by {override.confirmedBy},{" "}
            <Time at={override.at} />. What was not met:
          </p>
          <ul className="mt-1 list-disc ps-5">
            {override.unmet.map(({ title, words }) => (
              <li key={title}>
                {title}: {words}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function Errata({ record, slug }: { record: PublicRecord; slug: string }) {
  return (
    <ol className="flex flex-col gap-4">
      {record.errata.map(({ number, sectionId, text, at, by }) => (
        <li key={number} id={`erratum-${number}`} className="max-w-measure">
          <p className="text-sm text-ink-muted">
            Erratum {number}, {by}, <Time at={at} />
            {sectionId && (
              <>
                , on{" "}
                <Link href={`/${slug}/${record.label}#${sectionId}`} className="link">
                  {sectionId}
                </Link>
              </>
            )}
          </p>
          <p className="mt-0.5 whitespace-pre-line text-pretty">{text}</p>
        </li>
      ))}
    </ol>
  );
}

function Approvals({ record: { approvals, candidate } }: { record: PublicRecord }) {
  if (approvals.length === 0) return <p className="text-ink-muted">Nobody approved it.</p>;
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {approvals.map(({ by, role, at, changes, statement, dissent }) => (
          <li key={`${by} ${at.toISOString()}`} className="py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                <span className="font-medium">{by}</span>{" "}
                <span className="text-ink-muted">
                  ({role}), {plural(changes, "change")}
                </span>
              </span>
              <span className="text-sm text-ink-muted">
                <Time at={at} />
              </span>
            </p>
            {statement && (
              <p className="mt-1 max-w-measure whitespace-pre-line text-pretty">{statement}</p>
            )}
            {dissent && (
              <p className="mt-1 max-w-measure whitespace-pre-line text-pretty">
                <span className="font-medium">Dissent: </span>
                {dissent}
              </p>
            )}
          </li>
        ))}
      </ul>
      {candidate && (
        <p className="mt-3 text-sm text-ink-muted">
          Reviewed as candidate {candidate.number}, made by {candidate.cutBy}{" "}
          <Time at={candidate.cutAt} />. Nobody approved what they helped to write.
        </p>
      )}
    </>
  );
}

function Objections({ objections }: { objections: PublicRecord["objections"] }) {
  return (
    <ul className="flex flex-col gap-4">
      {objections.map(({ by, reason, at, end }) => (
        <li key={`${by} ${at.toISOString()}`} className="max-w-measure">
          <p>
            <span className="font-medium">{by}</span>{" "}
            <span className="text-sm text-ink-muted">
              <Time at={at} />
            </span>
          </p>
          <p className="mt-0.5 whitespace-pre-line text-pretty">{reason}</p>
          {end && (
            <p className="mt-1 text-sm whitespace-pre-line text-ink-muted">
              Dismissed by {end.by}: {end.reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Checking({ record, slug }: { record: PublicRecord; slug: string }) {
  const { label, manifestHash, documentHash } = record;
  return (
    <div className="flex max-w-measure flex-col gap-4">
      <p className="text-pretty">
        The bundle holds the text, the manifests of this release and of all before it, the approvals
        and the entry in the audit log. The verifier is one file without dependencies; it computes
        every hash anew.
      </p>
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        <a href={`/${slug}/releases/${label}/bundle.json`} className="link" download>
          Download the bundle
        </a>
        <a href="/verify-release.mjs" className="link" download>
          Download the verifier
        </a>
      </p>
      <pre className="overflow-x-auto rounded-sm bg-sunken px-3 py-2 font-mono text-xs">
        <code>{`node verify-release.mjs ${slug}-${label}.json`}</code>
      </pre>
      <dl className="flex flex-col gap-3">
        <HashLine name="Manifest" hash={manifestHash} />
        <HashLine name="Text" hash={documentHash} />
      </dl>
    </div>
  );
}

function HashLine({ name, hash }: { name: string; hash: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-muted">{name}, SHA-256</dt>
      <dd className="font-mono text-xs break-all">
        {hash} <CopyButton text={hash} label={`Copy hash: ${name}`} iconOnly />
      </dd>
    </div>
  );
}
