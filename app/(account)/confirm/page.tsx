import type { Metadata } from "next";
import { AccountCard } from "@/components/account/account-card";
import { requireSignIn } from "@/lib/auth/current-actor";
import { identityWays } from "@/lib/auth/identity-ways";
import { safePath } from "@/lib/auth/safe-path";
import { ConfirmHere } from "./confirm-here";

export const metadata: Metadata = { title: "Confirm that it is you" };

interface Props {
  searchParams: Promise<{ next?: string }>;
}

/** The same question as the dialog's, as a page, for steps that begin with a link. */
export default async function ConfirmPage({ searchParams }: Props) {
  const next = safePath((await searchParams).next, "/account");
  const { actor, name } = await requireSignIn(`/confirm?next=${encodeURIComponent(next)}`);
  return (
    <AccountCard
      title="Confirm that it is you"
      lead={`You are signed in as ${name}. Before a sensitive step we ask again every 15 minutes.`}
    >
      <ConfirmHere ways={await identityWays(actor)} next={next} />
    </AccountCard>
  );
}
