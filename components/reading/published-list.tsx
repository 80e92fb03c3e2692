import { Day } from "./day";

export interface PublishedListProps {
  specs: readonly {
    slug: string;
    title: string;
    summary: string;
    label: string;
    publishedAt: Date;
    releases: number;
  }[];
}

/** Specs that everybody may read, each with its newest release. */
export function PublishedList({ specs }: PublishedListProps) {
  return (
    <ul className="flex flex-col gap-3">
      {specs.map(({ slug, title, summary, label, publishedAt, releases }) => (
        <li
          key={slug}
          className="relative rounded-lg border border-line bg-raised p-5 hover:border-line-strong"
        >
          <h3 className="font-serif text-lg font-semibold">
            {/* The whole card is the link. */}
            <a href={`/${slug}`} className="after:absolute after:inset-0 after:rounded-lg">
              {title}
            </a>
          </h3>
          {summary && <p className="mt-1 font-serif text-md text-pretty">{summary}</p>}
          <p className="mt-3 text-sm text-ink-muted">
            Release {label}, <Day at={publishedAt} />
            {releases > 1 && ` · ${releases} releases`}
          </p>
        </li>
      ))}
    </ul>
  );
}
