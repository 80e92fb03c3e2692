import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountCard, OrLine } from "@/components/account/account-card";
import { MailLinkForm } from "@/components/account/mail-link-form";
import { ProviderButton } from "@/components/account/provider-button";
import { ButtonLink } from "@/components/ui/button-link";
import { currentActor } from "@/lib/auth/current-actor";
import { safePath } from "@/lib/auth/safe-path";
import { signInMethods } from "@/lib/auth/settings";
import { continueWithProvider, mailLinkHere } from "../sign-in/actions";
import { PasswordSignUp } from "./password-sign-up";

export const metadata: Metadata = { title: "Create an account" };

interface Props {
  searchParams: Promise<{ next?: string }>;
}

export default async function SignUpPage({ searchParams }: Props) {
  const next = safePath((await searchParams).next, "/w");
  if (await currentActor()) redirect(next);
  const { mail, provider, signUp } = signInMethods();
  if (!signUp) return <ByInvitation />;
  return (
    <AccountCard
      title="Create an account"
      lead={
        mail
          ? "We mail you a link to show that the address is yours. Behind it you choose your name and, if you like, a password."
          : "Reading needs no account. With one you can comment, and work on specs that you are invited to."
      }
      aside={
        <>
          Already here?{" "}
          <Link className="link" href={`/sign-in?next=${encodeURIComponent(next)}`}>
            Sign in
          </Link>
        </>
      }
    >
      {provider && (
        <>
          <ProviderButton
            words={`Continue with ${provider}`}
            next={next}
            go={continueWithProvider}
          />
          <OrLine />
        </>
      )}
      {mail ? (
        <MailLinkForm
          next={next}
          mailLink={mailLinkHere}
          words="Mail me a link"
          hint="Only you and administrators see it."
        />
      ) : (
        <PasswordSignUp next={next} />
      )}
    </AccountCard>
  );
}

function ByInvitation() {
  return (
    <AccountCard
      title="New accounts are by invitation"
      lead="Reading needs no account. To work on a spec here, ask somebody of it to send you an invitation link."
    >
      <ButtonLink href="/sign-in" size="lg">
        Go to sign-in
      </ButtonLink>
    </AccountCard>
  );
}
