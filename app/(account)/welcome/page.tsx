import type { Metadata } from "next";
import { AccountCard } from "@/components/account/account-card";
import { requireSignIn } from "@/lib/auth/current-actor";
import { pathOnThisSite } from "@/lib/auth/path-on-this-site";
import { getOwnAccount } from "@/lib/data/people";
import { WelcomeForm } from "./welcome-form";

export const metadata: Metadata = { title: "Welcome" };

interface Props {
  searchParams: Promise<{ callbackUrl?: string }>;
}

/** The first page of somebody whose account began with a mailed link: a name, and a password if wanted. */
export default async function WelcomePage({ searchParams }: Props) {
  const { actor } = await requireSignIn("/welcome");
  const { email } = await getOwnAccount(actor);
  const wish = pathOnThisSite((await searchParams).callbackUrl);
  return (
    <AccountCard
      title="Welcome"
      lead={
        <>
          Your account with <strong className="font-semibold break-all">{email}</strong> is there.
          What should others call you?
        </>
      }
    >
      <WelcomeForm next={wish === "/" ? "/w" : wish} />
    </AccountCard>
  );
}
