import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import { plural } from "./review-words";

export interface ReleaseLine {
  number: number;
  label: string;
  origin: "published" | "imported";
  publishedAt: Date;
  manifestHash: string;
  approvers: number;
  errata: number;
  isWithdrawn: boolean;
  isOverride: boolean;
}

/** All releases of a spec, newest first, each leading to its record. */
export function ReleaseLines({ lines, slug }: { lines: readonly ReleaseLine[]; slug: string }) {
  return (
    <ol className="mt-8 divide-y divide-line border-y border-line">
      {lines.map((line, index) => (
        <li key={line.label} className="py-4">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="font-serif text-lg font-semibold">
              <Link href={`/${slug}/releases/${line.label}`} className="hover:underline">
                {line.label}
              </Link>
            </h2>
            {index === 0 && !line.isWithdrawn && <Badge tone="accent">Newest</Badge>}
            {line.isWithdrawn && <Badge tone="caution">Withdrawn</Badge>}
            {line.isOverride && <Badge tone="negative">Published against the rules</Badge>}
            {line.errata > 0 && <Badge>{plural(line.errata, "erratum", "errata")}</Badge>}
          </div>
          <p className="mt-1 text-sm text-ink-muted">
            <Time at={line.publishedAt} />
            {line.origin === "published"
              ? `, approved by ${plural(line.approvers, "person", "people")}`
              : ", taken over from elsewhere"}
          </p>
          <p className="mt-1 font-mono text-xs break-all text-ink-muted">{line.manifestHash}</p>
          <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            <Link href={`/${slug}/${line.label}`} className="link">
              Read
            </Link>
            {lines[index + 1] && (
              <Link
                href={`/${slug}/${line.label}/compare/${lines[index + 1]?.label}`}
                className="link"
              >
                What changed
              </Link>
            )}
            <Link href={`/${slug}/releases/${line.label}`} className="link">
              Notes and record
            </Link>
          </p>
        </li>
      ))}
    </ol>
  );
}
