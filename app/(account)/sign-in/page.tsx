import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountCard, OrLine } from "@/components/account/account-card";
import { DemoPeople } from "@/components/account/demo-people";
import { ProviderButton } from "@/components/account/provider-button";
import { SignInForm } from "@/components/account/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { currentActor } from "@/lib/auth/current-actor";
import { safePath } from "@/lib/auth/safe-path";
import { signInMethods } from "@/lib/auth/settings";
import { DEMO_PASSWORD, PERSONAS } from "@/lib/demo-people";
import { env } from "@/lib/env";
import { continueWithProvider, mailLinkHere, signInHere } from "./actions";
import { problemWords } from "./problem-words";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string; error?: string; problem?: string }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { next: wish, error, problem } = await searchParams;
  const next = safePath(wish, "/w");
  if (await currentActor()) redirect(next);
  const { mail, provider, signUp } = signInMethods();
  const words = problemWords(problem ?? error);
  return (
    <AccountCard
      title="Sign in"
      aside={
        signUp ? (
          <>
            New here?{" "}
            <Link className="link" href={`/sign-up?next=${encodeURIComponent(next)}`}>
              Create an account
            </Link>
          </>
        ) : (
          "New accounts are by invitation: ask an administrator for one."
        )
      }
    >
      {words && (
        <Notice tone="caution" title={words.title} announce>
          {words.advice}
        </Notice>
      )}
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
      {env().DEMO && (
        <>
          <DemoPeople
            people={PERSONAS.map((persona) => ({ ...persona, password: DEMO_PASSWORD }))}
            next={next}
            signIn={signInHere}
          />
          <OrLine />
        </>
      )}
      <SignInForm next={next} signIn={signInHere} {...(mail ? { mailLink: mailLinkHere } : {})} />
    </AccountCard>
  );
}
