import type { Metadata } from "next";
import { MessageSquare } from "lucide-react";
import { shellAccount } from "@/app/shell-account";
import { BylineChoice } from "@/components/feedback/byline-choice";
import { CommentBody } from "@/components/feedback/comment-body";
import { WhoAreYou } from "@/components/feedback/who-are-you";
import { QuotedWords } from "@/components/feedback/quoted-words";
import { ReadingShell } from "@/components/shell/reading-shell";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { currentSignedIn } from "@/lib/auth/current-actor";
import { readPendingSecret } from "@/lib/auth/pending-cookie";
import { signInMethods } from "@/lib/auth/settings";
import { findPendingComment } from "@/lib/commands/feedback/pending-comment";
import { findByline } from "@/lib/data/bylines";
import { aboutWords } from "./about-words";

export const metadata: Metadata = { title: "Your words are kept", robots: { index: false } };

interface Props {
  searchParams: Promise<{ problem?: string }>;
}

/** Between writing and posting: who are you? The words wait here for a day. */
export default async function FinishPage({ searchParams }: Props) {
  const { problem } = await searchParams;
  const [signedIn, secret] = await Promise.all([currentSignedIn(), readPendingSecret()]);
  const pending = secret ? await findPendingComment(secret, new Date()) : null;
  const about = pending ? await aboutWords(signedIn?.actor ?? null, pending.form) : "";
  return (
    <ReadingShell account={shellAccount(signedIn)}>
      {!pending ? (
        <>
          <h1 className="mb-6 font-serif text-2xl font-semibold">Nothing waits here</h1>
          <EmptyState icon={MessageSquare} title="No words of yours are kept">
            They were posted already, or more than a day has passed, or you wrote them in another
            browser. Open the spec and choose what you want to comment on.
          </EmptyState>
        </>
      ) : (
        <>
          <h1 className="font-serif text-2xl font-semibold text-balance">
            {signedIn ? "One more click, then it is posted" : "Your words are kept. Who are you?"}
          </h1>
          {about && <p className="mt-3 text-ink-muted">{about}</p>}
          <div className="mt-4 rounded-md border border-line bg-raised px-4 py-3.5">
            <QuotedWords words={pending.form.exact} className="mb-3" />
            <CommentBody text={pending.form.body} />
            {pending.form.replacement && (
              <p className="mt-3 font-serif text-editing">
                <ins>{pending.form.replacement}</ins>
              </p>
            )}
          </div>
          <p className="mt-3 text-sm">
            <a href={`${pending.place}#write`} className="link inline-flex min-h-6 items-center">
              Change the words
            </a>
          </p>
          <div className="mt-6">
            {signedIn ? (
              <PostForm byline={await findByline(signedIn.actor)} name={signedIn.name} />
            ) : (
              <WhoAreYou {...signInMethods()} problem={finishProblem(problem)} />
            )}
          </div>
        </>
      )}
    </ReadingShell>
  );
}

type Byline = Awaited<ReturnType<typeof findByline>>;

function PostForm({ byline, name }: { byline: Byline; name: string }) {
  return (
    <form method="post" action="/api/feedback/finish" className="flex flex-col gap-5">
      <BylineChoice name={name} byline={byline} />
      <div className="flex flex-wrap gap-3">
        <button
          type="submit"
          name="deed"
          value="post"
          className={buttonStyle({ variant: "primary" })}
        >
          Post it
        </button>
        <button
          type="submit"
          name="deed"
          value="discard"
          className={buttonStyle({ variant: "quiet" })}
        >
          Throw it away
        </button>
      </div>
    </form>
  );
}

/** What went wrong at this step. Whether an address has an account is for its owner alone to know. */
function finishProblem(code: string | undefined): string | null {
  if (!code) return null;
  if (code === "invalid")
    return "The address and the password do not fit, or a field needs another look.";
  if (code === "conflict") return "There is an account with this address. Sign in with it instead.";
  if (code === "too_many_requests")
    return "Too many attempts. Wait a few minutes; your words are kept.";
  return "That did not work. Your words are kept; try again in a moment.";
}
