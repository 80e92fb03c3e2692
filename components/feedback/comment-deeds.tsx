import { buttonStyle } from "@/components/ui/button-style";
import { cn } from "@/components/ui/cn";
import { controlStyle } from "@/components/ui/control-style";
import { LONGEST_COMMENT } from "@/lib/feedback/comment-text";
import { MODERATION_RULES, RULE_WORDS } from "@/lib/feedback/moderation-rules";
import type { CommentView, OwnCommentView } from "@/lib/feedback/views";

type FormAction = (data: FormData) => Promise<void>;

export interface CommentDeedsProps {
  comment: CommentView;
  own: OwnCommentView;
  /** The page to come back to. */
  back: string;
  actions: { edit: FormAction; withdraw: FormAction; report: FormAction; appeal: FormAction };
}

/** What a signed-in reader can do with a comment. Each opens in place and works without a script. */
export function CommentDeeds({ comment, own, back, actions }: CommentDeedsProps) {
  const shared = (
    <>
      <input type="hidden" name="commentId" value={comment.id} />
      <input type="hidden" name="back" value={back} />
    </>
  );
  if (!own.mayEdit && !own.mayWithdraw && !own.mayReport && !own.mayAppeal) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-x-4 gap-y-2 border-t border-line pt-2 text-sm">
      {own.mayAppeal && (
        <Deed name="Appeal">
          <form action={actions.appeal} className="flex flex-col gap-3">
            {shared}
            <Words
              id={`appeal-${comment.id}`}
              name="words"
              label="Why should it be shown? Somebody else than the moderator reads this."
              most={2_000}
            />
            <Send>Appeal</Send>
          </form>
        </Deed>
      )}
      {own.mayEdit && (
        <Deed name="Change">
          <form action={actions.edit} className="flex flex-col gap-3">
            {shared}
            {comment.replacement !== null && (
              <input type="hidden" name="replacement" value={comment.replacement} />
            )}
            <Words
              id={`edit-${comment.id}`}
              name="body"
              label="Your words"
              most={LONGEST_COMMENT}
              value={comment.body}
            />
            <Send>Save the change</Send>
          </form>
        </Deed>
      )}
      {own.mayWithdraw && (
        <Deed name="Take back">
          <form action={actions.withdraw} className="flex flex-col gap-3">
            {shared}
            <p className="text-base">
              Your words go for good. A note stays, so that the answers can be understood.
            </p>
            <Send danger>Take it back</Send>
          </form>
        </Deed>
      )}
      {own.mayReport && (
        <Deed name="Report">
          <form action={actions.report} className="flex flex-col gap-3">
            {shared}
            <label className="flex flex-col gap-1.5 text-base font-medium">
              Which rule does it break?
              <select name="rule" required className={cn(controlStyle, "h-9")}>
                {MODERATION_RULES.map((rule) => (
                  <option key={rule} value={rule}>
                    {RULE_WORDS[rule].name}
                  </option>
                ))}
              </select>
            </label>
            <Words
              id={`report-${comment.id}`}
              name="words"
              label="What should the moderator know?"
              most={1_000}
              required={false}
            />
            <Send>Report it</Send>
          </form>
        </Deed>
      )}
    </div>
  );
}

function Deed({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <details className="open:basis-full">
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-ink-muted hover:text-ink">
        {name}
      </summary>
      <div className="mt-2 max-w-measure">{children}</div>
    </details>
  );
}

function Words({
  id,
  name,
  label,
  most,
  value,
  required = true,
}: {
  id: string;
  name: string;
  label: string;
  most: number;
  value?: string;
  required?: boolean;
}) {
  return (
    <div className="flex flex-col gap-1.5 text-base">
      <label htmlFor={id} className="font-medium">
        {label}
        {!required && <span className="ms-1.5 font-normal text-ink-muted">optional</span>}
      </label>
      <textarea
        id={id}
        name={name}
        rows={3}
        maxLength={most}
        required={required}
        defaultValue={value}
        className={cn(controlStyle, "field-sizing-content min-h-20 py-2")}
      />
    </div>
  );
}

function Send({ danger = false, children }: { danger?: boolean; children: React.ReactNode }) {
  return (
    <div>
      <button
        type="submit"
        className={buttonStyle({ variant: danger ? "danger" : "secondary", size: "sm" })}
      >
        {children}
      </button>
    </div>
  );
}
