import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { DiffFixture } from "@/lib/diff/fixtures/fixture";

/** The names of all pairs; the one that is shown is marked. */
export function FixtureList({
  fixtures,
  current,
}: {
  fixtures: readonly DiffFixture[];
  current: string;
}) {
  return (
    <nav aria-label="Pairs">
      <ul className="space-y-1 text-sm">
        {fixtures.map(({ name, title }) => (
          <li key={name}>
            <Link
              href={`/lab/diff?pair=${name}`}
              aria-current={name === current ? "page" : undefined}
              className={cn(
                "block rounded px-2 py-1.5 hover:underline",
                name === current ? "font-semibold text-ink" : "text-ink-muted",
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
