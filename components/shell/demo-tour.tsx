import { ArrowRight } from "lucide-react";
import Link from "next/link";

const STEPS = [
  {
    title: "Write together",
    href: "/w/marlow/edit",
    who: "as Tomas, and in a second window as Mei",
    words: "Open the draft twice and type in both. Every word arrives, and says when it is saved.",
  },
  {
    title: "Review the release",
    href: "/w/marlow/releases",
    who: "as Samir or Hanna",
    words: "A candidate waits: one clause is objected to, others need a second person.",
  },
  {
    title: "Answer as a reader",
    href: "/marlow",
    who: "without signing in, or as Rosa",
    words: "Read what is published, see what changed, select a sentence and say what you think.",
  },
] as const;

/** Three ways into the demonstration, one for each kind of people that Precept is for. */
export function DemoTour() {
  return (
    <ol className="grid gap-3 sm:grid-cols-3">
      {STEPS.map(({ title, href, who, words }) => (
        <li key={href} className="rounded-lg border border-line bg-raised p-4">
          <h3 className="font-medium">
            <Link href={href} className="link inline-flex items-center gap-1">
              {title} <ArrowRight aria-hidden className="size-4" />
            </Link>
          </h3>
          <p className="mt-0.5 text-sm text-ink-muted">{who}</p>
          <p className="mt-2 text-sm text-pretty">{words}</p>
        </li>
      ))}
    </ol>
  );
}
