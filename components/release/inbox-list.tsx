import { CalendarX2, FilePenLine, Gavel, Hand, Rocket, Siren } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";

export interface InboxEntry {
  key: string;
  kind: "review" | "publish" | "objection" | "changes" | "missed" | "override";
  specTitle: string;
  specSlug: string;
  number: number;
  label: string;
  since: Date;
  words: string;
  asked: boolean;
}

const ICONS = {
  review: Gavel,
  publish: Rocket,
  objection: Hand,
  changes: FilePenLine,
  missed: CalendarX2,
  override: Siren,
} as const;

/** What waits for one person, each leading to where it can be done. */
export function InboxList({ items }: { items: readonly InboxEntry[] }) {
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-raised">
      {items.map(({ key, kind, specTitle, specSlug, number, label, since, words, asked }) => {
        const Icon = ICONS[kind];
        return (
          <li key={key} className="relative flex gap-3 px-4 py-3 hover:bg-sunken/60">
            <Icon aria-hidden className="mt-0.5 size-[18px] shrink-0 text-ink-muted" />
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                <Link
                  href={`/w/${specSlug}/releases/${number}`}
                  className="after:absolute after:inset-0"
                >
                  {words}
                </Link>
              </p>
              <p className="text-sm text-ink-muted">
                {specTitle}, {label}, since <Time at={since} />
              </p>
            </div>
            {asked && kind === "review" && (
              <Badge tone="accent" className="shrink-0 self-center">
                You were asked
              </Badge>
            )}
          </li>
        );
      })}
    </ul>
  );
}
