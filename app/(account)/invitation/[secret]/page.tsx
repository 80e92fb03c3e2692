import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AccountCard } from "@/components/account/account-card";
import { ButtonLink } from "@/components/ui/button-link";
import { requestAddress } from "@/lib/auth/browser-session";
import { INVITATION_ADDRESS, limitAttempts } from "@/lib/auth/attempts";
import { currentSignedIn } from "@/lib/auth/current-actor";
import { hashSecret } from "@/lib/commands/people/secret-link";
import { findInvitation, type InvitationOfferView } from "@/lib/data/invitations";
import { getOwnAccount } from "@/lib/data/people";
import type { SignedIn } from "@/lib/data/sessions";
import { TooManyRequests } from "@/lib/errors";
import { AcceptAs, ComeIn, OtherAddress } from "./ways-in";
import { Offer, offerTitle } from "./offer";

// The address holds a secret: no other site may learn it, and no search engine may keep it.
export const metadata: Metadata = {
  title: "Invitation",
  referrer: "same-origin",
  robots: { index: false },
};

interface Props {
  params: Promise<{ secret: string }>;
}

export default async function InvitationPage({ params }: Props) {
  const { secret } = await params;
  const now = new Date();
  const offer = await findInvitation(hashSecret(secret), now);
  if (!offer) return <UnknownInvitation tooMany={await missedTooOften(now)} />;
  const signedIn = await currentSignedIn();
  if (offer.state !== "open") return <ClosedInvitation offer={offer} signedIn={signedIn} />;
  return (
    <AccountCard title={offerTitle(offer)}>
      <Offer offer={offer} />
      {signedIn ? (
        <SignedInWays offer={offer} secret={secret} signedIn={signedIn} />
      ) : (
        <ComeIn secret={secret} email={offer.email} />
      )}
    </AccountCard>
  );
}

// Only misses count: whoever holds a link may open it as often as they like.
async function missedTooOften(now: Date): Promise<string | null> {
  try {
    await limitAttempts(INVITATION_ADDRESS, await requestAddress(), now);
    return null;
  } catch (error) {
    if (error instanceof TooManyRequests) return error.message;
    throw error;
  }
}

function UnknownInvitation({ tooMany }: { tooMany: string | null }) {
  if (!tooMany) notFound();
  return <AccountCard title="Slow down" lead={tooMany} />;
}

async function SignedInWays({
  offer,
  secret,
  signedIn,
}: {
  offer: InvitationOfferView;
  secret: string;
  signedIn: SignedIn;
}) {
  const { email } = await getOwnAccount(signedIn.actor);
  if (offer.email && offer.email !== email) return <OtherAddress email={offer.email} />;
  return <AcceptAs name={signedIn.name} secret={secret} />;
}

const CLOSED = {
  accepted: {
    title: "This invitation was used",
    lead: "Each link lets in one person. If it was not you, ask for a new one.",
  },
  revoked: {
    title: "This invitation was ended",
    lead: "Whoever wrote it has taken it back. Ask them if that was not meant.",
  },
  expired: {
    title: "This invitation has run out",
    lead: "Links last 14 days, the first administrator’s a single one. Ask for a new one.",
  },
} as const;

function ClosedInvitation({
  offer,
  signedIn,
}: {
  offer: InvitationOfferView;
  signedIn: SignedIn | null;
}) {
  const place = offer.spec ? `/w/${offer.spec.slug}` : "/admin";
  if (offer.acceptedById && offer.acceptedById === signedIn?.actor.id) redirect(place);
  if (offer.state === "open") return null;
  return (
    <AccountCard {...CLOSED[offer.state]}>
      <ButtonLink href={signedIn ? "/w" : `/sign-in?next=${encodeURIComponent(place)}`} size="lg">
        {signedIn ? "Go to your specs" : "Sign in"}
      </ButtonLink>
    </AccountCard>
  );
}
