import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import type { Role } from "@/lib/policy/role";
import { ROLE_NAMES } from "./role-names";

export interface SpecListItem {
  id: string;
  slug: string;
  title: string;
  summary: string;
  role: Role | null;
  memberCount: number;
  release: string | null;
  inReview: string | null;
  archivedAt: Date | null;
}

/** Specs one can open, each with what it is and how one stands to it. */
export function SpecList({ specs }: { specs: readonly SpecListItem[] }) {
  return (
    <ul className="flex flex-col">
      {specs.map((spec) => (
        <li key={spec.id} className="border-b border-line first:border-t">
          <Link
            href={`/w/${spec.slug}`}
            className="group -mx-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-sm px-3 py-4 hover:bg-sunken/60"
          >
            <span className="min-w-0 flex-1 basis-72">
              <span className="block font-serif text-lg font-semibold text-balance group-hover:text-accent">
                {spec.title}
              </span>
              {spec.summary && (
                <span className="mt-0.5 block max-w-prose text-pretty text-ink-muted">
                  {spec.summary}
                </span>
              )}
              <span className="mt-1 block text-sm text-ink-muted">{standing(spec)}</span>
            </span>
            <span className="flex items-center gap-2 text-sm text-ink-muted">
              {spec.archivedAt && <Badge tone="caution">Archived</Badge>}
              <Badge>{spec.role ? ROLE_NAMES[spec.role] : "Administrator"}</Badge>
              <span className="tabular-nums">
                {spec.memberCount} {spec.memberCount === 1 ? "member" : "members"}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** `Release 2026-07-21 · 2026-12-01 in review` */
function standing({ release, inReview }: SpecListItem): string {
  const published = release ? `Release ${release}` : "Not published yet";
  return inReview ? `${published} · ${inReview} in review` : published;
}
