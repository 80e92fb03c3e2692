import { BookOpen, MessagesSquare, PenLine, ScrollText } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { plural } from "@/components/release/review-words";
import type { SpecStatus } from "@/components/spec/status-list";
import { Time } from "@/components/ui/time";
import type { SpecOverview } from "@/lib/data/spec-overview";

export interface MayDo {
  write: boolean;
  askForReview: boolean;
}

/** What stands where in a spec, as rows of its overview. */
export function statusOf(overview: SpecOverview, slug: string, may: MayDo): SpecStatus[] {
  const base = `/w/${slug}`;
  return [
    draft(overview, base, may),
    review(overview, base, may),
    published(overview, slug),
    ...(overview.feedback && overview.release ? [feedback(overview.feedback, base)] : []),
  ];
}

function draft({ recent: [last], release }: SpecOverview, base: string, may: MayDo): SpecStatus {
  return {
    icon: PenLine,
    title: "Draft",
    words: last ? (
      <>
        {last.contributors.length > 0 &&
          `Written last by ${last.contributors.map(({ name }) => name).join(", ")}, `}
        <Time at={last.at} />.
      </>
    ) : may.write ? (
      "Nothing is kept in its history yet. Begin to write, or import a file."
    ) : (
      "Nothing is kept in its history yet."
    ),
    actions: last && release && (
      <Way href={`${base}/compare?from=${release.label}&to=@draft`}>
        What changed since {release.label}
      </Way>
    ),
  };
}

function review({ review: open }: SpecOverview, base: string, may: MayDo): SpecStatus {
  if (!open) {
    return {
      icon: ScrollText,
      title: "Review",
      words: "Nothing is in review.",
      actions: may.askForReview && <Way href={`${base}/releases/new`}>Ask for review</Way>,
    };
  }
  const objections = open.objections > 0 ? `, ${plural(open.objections, "objection")} open` : "";
  return {
    icon: ScrollText,
    title: "Review",
    words: `${open.label}: ${open.approved} of ${plural(open.parts, "change")} approved${objections}.`,
    actions: <Way href={`${base}/releases/${open.number}`}>Open the review</Way>,
  };
}

function published({ release }: SpecOverview, slug: string): SpecStatus {
  return {
    icon: BookOpen,
    title: "Published",
    words: release ? (
      <>
        {release.label}, since <Time at={release.publishedAt} />.
      </>
    ) : (
      "Nothing yet: readers see the spec once a release is published."
    ),
    actions: release && (
      // Answered in front of Next: a page of its own, not one of the application.
      <a href={`/${slug}`} className="link">
        Read as everybody does
      </a>
    ),
  };
}

function feedback(
  { open, moderation }: NonNullable<SpecOverview["feedback"]>,
  base: string,
): SpecStatus {
  const waiting = moderation > 0 ? `, ${plural(moderation, "comment")} to moderate` : "";
  return {
    icon: MessagesSquare,
    title: "Feedback",
    words: `${plural(open, "open thread")}${waiting}.`,
    actions: <Way href={`${base}/feedback`}>Open feedback</Way>,
  };
}

const Way = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="link">
    {children}
  </Link>
);
