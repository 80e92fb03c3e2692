"use client";

import { MessageSquare, MessagesSquare } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { SectionAboutView, SectionReviewView } from "@/lib/draft/section-about-view";
import type { Section } from "@/lib/spec/section-tree";
import { useDesk } from "../desk-context";
import { PanelTitle } from "./panel-title";
import { useSectionAbout } from "./use-section-about";

/** Where a section stands with other people: who wrote it, who approved it, what readers and reviewers say. */
export function SectionStanding({ section }: { section: Section }) {
  const about = useSectionAbout(section.uid);
  if (!about) return null;
  return (
    <>
      {about.review && <Review review={about.review} />}
      {about.feedback && about.feedback.length > 0 && <Feedback threads={about.feedback} />}
      <Writers section={section} writers={about.writers} />
    </>
  );
}

const STATES: Record<
  NonNullable<SectionReviewView["state"]>,
  { words: string; tone: "positive" | "caution" | "negative" }
> = {
  approved: { words: "Approved", tone: "positive" },
  "needs approval": { words: "Waits for approval", tone: "caution" },
  "needs approval again": { words: "Changed since it was approved", tone: "caution" },
  objected: { words: "Somebody asks for changes", tone: "negative" },
};

function Review({ review }: { review: SectionReviewView }) {
  const desk = useDesk();
  const { number, label, state, approvedBy, needed, threads } = review;
  const address = `/w/${desk.options.slug}/releases/${number}/review`;
  return (
    <section>
      <PanelTitle>Under review</PanelTitle>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {state && <Badge tone={STATES[state].tone}>{STATES[state].words}</Badge>}
        <Link className="link" href={address}>
          {label}
        </Link>
      </p>
      {state && (
        <p className="mt-1 text-ink-muted">
          {approvedBy.length > 0
            ? `Approved by ${approvedBy.map(({ name }) => name).join(", ")}`
            : "Nobody approved it yet"}
          {approvedBy.length < needed && `; ${needed} needed`}.
        </p>
      )}
      <ThreadList
        threads={threads.map(({ quote, words, by }) => ({
          key: `${by.id}${quote}${words}`,
          href: address,
          words,
          hint: by.name,
        }))}
        Icon={MessagesSquare}
      />
    </section>
  );
}

function Feedback({ threads }: { threads: NonNullable<SectionAboutView["feedback"]> }) {
  const desk = useDesk();
  return (
    <section>
      <PanelTitle>Readers say</PanelTitle>
      <ThreadList
        threads={threads.map(({ number, words, replies }) => ({
          key: String(number),
          href: `/w/${desk.options.slug}/feedback?thread=${number}`,
          words,
          hint: `#${number}${replies > 0 ? `, ${replies} ${replies === 1 ? "reply" : "replies"}` : ""}`,
        }))}
        Icon={MessageSquare}
      />
    </section>
  );
}

interface ThreadListProps {
  threads: readonly { key: string; href: string; words: string; hint: string }[];
  Icon: typeof MessageSquare;
}

function ThreadList({ threads, Icon }: ThreadListProps) {
  if (threads.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {threads.map(({ key, href, words, hint }) => (
        <li key={key}>
          <Link
            href={href}
            className="-mx-2 flex gap-2 rounded-sm px-2 py-1.5 hover:bg-sunken focus-visible:outline-offset-[-2px]"
          >
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-muted" />
            <span className="min-w-0">
              <span className="line-clamp-2 [overflow-wrap:anywhere]">{words}</span>
              <span className="text-xs text-ink-muted">{hint}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface WritersProps {
  section: Section;
  writers: SectionAboutView["writers"];
}

function Writers({ section, writers }: WritersProps) {
  const desk = useDesk();
  const name = section.id ?? section.uid ?? "";
  return (
    <section>
      <PanelTitle>Written by</PanelTitle>
      {writers.length === 0 ? (
        <p className="text-ink-muted">Nobody wrote in it here yet: it came from a file.</p>
      ) : (
        <ul className="flex flex-col gap-1.5">
          {writers.map(({ person, lastAt }) => (
            <li key={person.id} className="flex items-center gap-2">
              <Avatar person={person} size="sm" decorative />
              <span className="min-w-0 flex-1 truncate">{person.name}</span>
              <span className="shrink-0 text-xs text-ink-muted">
                <Time at={lastAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Link
        className="link mt-1.5 inline-block min-h-6"
        href={`/w/${desk.options.slug}/history/clause/${encodeURIComponent(name)}`}
      >
        Its wording over time
      </Link>
    </section>
  );
}
