import { CalendarClock } from "lucide-react";
import { Time } from "@/components/ui/time";

export interface ConsultationNoticeProps {
  consultation: {
    title: string;
    question: string;
    opensAt: string;
    closesAt: string;
    state: "announced" | "open" | "closed";
  };
}

/** The public is asked, from when until when, and what about. */
export function ConsultationNotice({
  consultation: { title, question, opensAt, closesAt, state },
}: ConsultationNoticeProps) {
  return (
    <section className="rounded-md border border-line bg-raised px-5 py-4">
      <p className="flex items-center gap-2 text-sm font-medium text-accent">
        <CalendarClock aria-hidden className="size-4" />
        {state === "open" ? (
          <span>
            Consultation open until <Time at={closesAt} />
          </span>
        ) : state === "announced" ? (
          <span>
            Consultation from <Time at={opensAt} /> to <Time at={closesAt} />
          </span>
        ) : (
          <span>
            Consultation closed on <Time at={closesAt} />
          </span>
        )}
      </p>
      <h2 className="mt-1 font-serif text-lg font-semibold">{title}</h2>
      {question && (
        <p className="mt-1 max-w-measure text-md text-pretty whitespace-pre-line">{question}</p>
      )}
    </section>
  );
}
