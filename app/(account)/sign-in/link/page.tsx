import type { Metadata } from "next";
import { AccountCard } from "@/components/account/account-card";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { safePath } from "@/lib/auth/safe-path";
import { siteOrigin } from "@/lib/auth/settings";

// The address holds a secret: no other site may learn it from a Referer header.
export const metadata: Metadata = { title: "Sign in by link", referrer: "same-origin" };

interface Props {
  searchParams: Promise<{ email?: string; token?: string; next?: string }>;
}

/**
 * Where a mailed link leads. Opening it changes nothing, because mail scanners open links too; the
 * button does. It is a plain form, so it works without script.
 */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { email, token, next } = await searchParams;
  if (!email || !token) return <BrokenLink />;
  const query = new URLSearchParams({
    email,
    token,
    callbackUrl: new URL(safePath(next, "/w"), siteOrigin()).href,
  });
  return (
    <AccountCard
      title="Sign in"
      lead={
        <>
          Your link signs you in as <strong className="font-semibold break-all">{email}</strong> on
          this device.
        </>
      }
    >
      <form method="post" action={`/api/auth/callback/mail?${query}`} className="flex flex-col">
        <Button type="submit" variant="primary" size="lg">
          Sign in
        </Button>
      </form>
      <p className="text-sm text-ink-muted">
        If you did not ask for this link, close this page. Nothing has happened.
      </p>
    </AccountCard>
  );
}

function BrokenLink() {
  return (
    <AccountCard
      title="This link is incomplete"
      lead="Mail programs sometimes cut long links. Copy the whole link from the mail, or ask for a new one."
    >
      <ButtonLink href="/sign-in" variant="primary" size="lg">
        Go to sign-in
      </ButtonLink>
    </AccountCard>
  );
}
