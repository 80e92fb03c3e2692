import type { Metadata } from "next";
import { AccountCard } from "@/components/account/account-card";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { currentSignedIn } from "@/lib/auth/current-actor";
import { signOutHere } from "../actions";

export const metadata: Metadata = { title: "Sign out" };

/** Signing out by address, and without script. A link alone signs nobody out; the button does. */
export default async function SignOutPage() {
  const signedIn = await currentSignedIn();
  if (!signedIn) {
    return (
      <AccountCard title="You are signed out" lead="On this device nobody is signed in.">
        <ButtonLink href="/sign-in" variant="primary" size="lg">
          Sign in
        </ButtonLink>
      </AccountCard>
    );
  }
  return (
    <AccountCard title="Sign out?" lead={`You are signed in as ${signedIn.name}.`}>
      <form action={signOutHere} className="flex flex-col">
        <Button type="submit" variant="primary" size="lg">
          Sign out
        </Button>
      </form>
    </AccountCard>
  );
}
