import type { Metadata } from "next";
import Link from "next/link";
import { AccountCard } from "@/components/account/account-card";
import { buttonStyle } from "@/components/ui/button-style";
import { readStopMailToken, type StoppableMail } from "@/lib/auth/stop-mail-token";

export const metadata: Metadata = { title: "Stop mail", robots: { index: false } };

interface Props {
  searchParams: Promise<{ of?: string; done?: string }>;
}

const WORDS: Readonly<Record<StoppableMail, string>> = {
  feedback: "about the feedback that you follow",
  reviews: "about what waits for you in reviews",
};

/** One click stops a kind of mail, without signing in. Opening the page alone changes nothing. */
export default async function StopMailPage({ searchParams }: Props) {
  const { of = "", done } = await searchParams;
  const known = readStopMailToken(of);
  if (!known) {
    return (
      <AccountCard
        title="This link is not complete"
        lead="Open it from the mail again, all of it. Or sign in and choose there which mail you get."
      >
        <Link href="/account/feedback#mail" className={buttonStyle({ variant: "primary" })}>
          Choose your mail
        </Link>
      </AccountCard>
    );
  }
  const words = WORDS[known.mail];
  return (
    <AccountCard
      title={done === "stopped" ? "No more of it" : "Stop this mail?"}
      lead={
        done === "stopped"
          ? `You get no more mail ${words}. What you follow stays in your account.`
          : done === "again"
            ? `You get mail ${words} again.`
            : `You will get no more mail ${words}.`
      }
      aside={
        <Link href="/account/feedback#mail" className="link">
          Choose how often instead
        </Link>
      }
    >
      <form method="post" action={`/api/mail/stop?of=${encodeURIComponent(of)}`}>
        {done === "stopped" && <input type="hidden" name="again" value="yes" />}
        <button
          type="submit"
          className={buttonStyle({ variant: done === "stopped" ? "secondary" : "primary" })}
        >
          {done === "stopped" ? "That was an error: mail me again" : "Stop this mail"}
        </button>
      </form>
    </AccountCard>
  );
}
