"use client";

import Link from "next/link";
import { ActionButton } from "@/components/account/action-button";
import { SignUpForm } from "@/components/account/sign-up-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { signOutHere } from "../../actions";
import { accept, registerAndAccept } from "./actions";

/** One click for somebody who is signed in. */
export function AcceptAs({ name, secret }: { name: string; secret: string }) {
  return (
    <div className="flex flex-col gap-3">
      <ActionButton action={accept} input={{ secret }} variant="primary" size="lg">
        Accept as {name}
      </ActionButton>
      <form action={signOutHere} className="flex flex-col">
        <Button type="submit" variant="quiet">
          Not {name}? Sign out
        </Button>
      </form>
    </div>
  );
}

/** An account right here, or the way to the one that one has. */
export function ComeIn({ secret, email }: { secret: string; email: string | null }) {
  const next = `/invitation/${secret}`;
  return (
    <>
      <p className="text-ink-muted">
        Have an account?{" "}
        <Link className="link" href={`/sign-in?next=${encodeURIComponent(next)}`}>
          Sign in to accept
        </Link>
        . Else make one here:
      </p>
      <SignUpForm
        email={email}
        words="Create account and accept"
        signUp={(input) => registerAndAccept({ ...input, secret })}
      />
    </>
  );
}

/** Signed in, but the invitation is for somebody else. */
export function OtherAddress({ email }: { email: string }) {
  return (
    <>
      <Notice tone="caution" title="This invitation is for another address">
        It was written for <strong className="font-semibold break-all">{email}</strong>. Sign out
        and come back with that address, or ask for an invitation to yours.
      </Notice>
      <form action={signOutHere} className="flex flex-col">
        <Button type="submit" size="lg">
          Sign out
        </Button>
      </form>
    </>
  );
}
