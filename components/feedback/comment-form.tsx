import type { ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/control-style";
import { KIND_WORDS, THREAD_KINDS } from "@/lib/feedback/kinds";
import { LONGEST_COMMENT } from "@/lib/feedback/comment-text";

export interface CommentFormValues {
  kind?: string;
  body?: string;
  replacement?: string;
}

export interface CommentFormProps {
  /** Hidden fields: which spec, release and place, or which thread. */
  about: Readonly<Record<string, string>>;
  /** A new thread asks what kind it is; a reply does not. */
  opensThread: boolean;
  /** The words that a suggestion would replace. */
  quote?: string;
  /** What was typed before, when the form comes back. */
  values?: CommentFormValues;
  problem?: string | null;
  /** When the page was made: whoever answers within three seconds is no person. */
  shownAt: number;
  /** What the button says to this viewer. */
  send: string;
  mayAnswerOfficially?: boolean;
  children?: ReactNode;
}

/** Writing first, then who you are: a plain form that works without a script. */
export function CommentForm({
  about,
  opensThread,
  quote = "",
  values = {},
  problem,
  shownAt,
  send,
  mayAnswerOfficially = false,
  children,
}: CommentFormProps) {
  return (
    <form
      id="write"
      method="post"
      action="/api/feedback/comment"
      className="flex max-w-measure scroll-mt-16 flex-col gap-4"
    >
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="shown" value={shownAt} />
      {problem && (
        <p role="alert" className="rounded-sm bg-negative-wash px-3.5 py-2.5 text-negative">
          {problem}
        </p>
      )}
      {opensThread && <KindChoice chosen={values.kind} />}
      <div className="flex flex-col gap-1.5">
        <label htmlFor="comment-words" className={opensThread ? "font-medium" : "sr-only"}>
          {opensThread ? "What do you want to say?" : "Your answer"}
        </label>
        <textarea
          id="comment-words"
          name="body"
          required
          rows={5}
          maxLength={LONGEST_COMMENT}
          defaultValue={values.body}
          aria-describedby="comment-hint"
          className={cn(controlStyle, "field-sizing-content min-h-32 py-2")}
        />
        <p id="comment-hint" className="text-sm text-ink-muted">
          Plain text. Please leave out what would tell others about somebody’s private life, your
          own included: what you write here is public.
        </p>
      </div>
      {opensThread && quote && (
        <div className="flex flex-col gap-1.5">
          <label htmlFor="comment-replacement" className="font-medium">
            What would you write instead?
            <span className="ms-1.5 font-normal text-ink-muted">for suggestions</span>
          </label>
          <textarea
            id="comment-replacement"
            name="replacement"
            rows={3}
            maxLength={LONGEST_COMMENT}
            defaultValue={values.replacement}
            className={cn(controlStyle, "field-sizing-content min-h-20 py-2 font-serif")}
          />
        </div>
      )}
      {mayAnswerOfficially && (
        <label className="flex min-h-6 items-center gap-2.5">
          <input
            type="checkbox"
            name="official"
            value="yes"
            className="size-[18px] accent-accent-fill"
          />
          Official answer, in the name of those who write this spec
        </label>
      )}
      {children}
      <div>
        <button type="submit" className={buttonStyle({ variant: "primary" })}>
          {send}
        </button>
      </div>
    </form>
  );
}

function KindChoice({ chosen }: { chosen: string | undefined }) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">What is it?</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {THREAD_KINDS.map((kind) => (
          <label
            key={kind}
            className="flex cursor-pointer gap-2.5 rounded-md border border-line bg-raised px-3 py-2.5 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-wash has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-focus"
          >
            <input
              type="radio"
              name="kind"
              value={kind}
              required
              defaultChecked={kind === (chosen || "question")}
              className="mt-0.5 size-4 shrink-0 accent-accent-fill"
            />
            <span>
              <span className="block font-medium">{KIND_WORDS[kind].name}</span>
              <span className="block text-sm text-ink-muted">{KIND_WORDS[kind].hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
