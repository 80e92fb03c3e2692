import { Bell, MessagesSquare } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { WorkFrame } from "@/app/work-frame";
import { follow } from "@/app/(public)/[spec]/feedback/actions";
import { siteNavigation } from "@/app/(workspace)/navigation";
import { BylineForm } from "@/components/feedback/byline-form";
import { FollowList } from "@/components/feedback/follow-list";
import { MailChoiceForm } from "@/components/feedback/mail-choice-form";
import { OwnComments } from "@/components/feedback/own-comments";
import { PageLinks } from "@/components/feedback/page-links";
import { Panel } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignIn } from "@/lib/auth/current-actor";
import { confirmsAddresses } from "@/lib/auth/settings";
import { findByline } from "@/lib/data/bylines";
import {
  getMailChoice,
  listOwnComments,
  listOwnFollows,
  OWN_COMMENTS_PER_PAGE,
} from "@/lib/data/own-feedback";
import { getOwnAccount } from "@/lib/data/people";
import { pageNumber } from "@/lib/page-number";
import { chooseMail, nameOneself } from "./actions";

export const metadata: Metadata = { title: "Your feedback" };

interface Props {
  searchParams: Promise<{ page?: string }>;
}

/** One's own side of public feedback: the name one shows, what one follows and said, and mail about it. */
export default async function OwnFeedbackPage({ searchParams }: Props) {
  const signedIn = await requireSignIn("/account/feedback");
  const { actor } = signedIn;
  const page = pageNumber((await searchParams).page);
  const [account, byline, choice, follows, { comments, total }] = await Promise.all([
    getOwnAccount(actor),
    findByline(actor),
    getMailChoice(actor),
    listOwnFollows(actor),
    listOwnComments(actor, page),
  ]);
  return (
    <WorkFrame
      signedIn={signedIn}
      crumbs={[{ label: "Your account", href: "/account" }, { label: "Your feedback" }]}
      navigation={siteNavigation(actor)}
    >
      <PageHeader title="Your feedback">
        What you said in public, what you follow, and how you hear of it. Only you see this page.
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-6">
        <Panel title="Your name in public">
          <BylineForm name={account.name} byline={byline} save={nameOneself} />
        </Panel>
        <Panel title="What you follow">
          {follows.length === 0 ? (
            <EmptyState icon={Bell} title="Nothing yet">
              You follow what you comment on. “Follow” on a thread, a clause or the feedback of a
              spec adds more.
            </EmptyState>
          ) : (
            <FollowList follows={follows} follow={follow} />
          )}
        </Panel>
        <div id="mail" className="scroll-mt-16">
          <Panel title="Mail">
            <MailPart
              canMail={confirmsAddresses()}
              isConfirmed={account.emailVerifiedAt !== null}
              choice={choice}
            />
          </Panel>
        </div>
        <Panel
          title={total === 1 ? "What you said (1 comment)" : `What you said (${total} comments)`}
        >
          {comments.length === 0 ? (
            <EmptyState icon={MessagesSquare} title="Nothing yet">
              Open a published spec, choose words or a clause, and say what you think.
            </EmptyState>
          ) : (
            <OwnComments comments={comments} />
          )}
          <PageLinks
            page={page}
            pages={Math.ceil(total / OWN_COMMENTS_PER_PAGE)}
            hrefOf={(next) => `/account/feedback?page=${next}`}
          />
        </Panel>
      </div>
    </WorkFrame>
  );
}

function MailPart({
  canMail,
  isConfirmed,
  choice,
}: {
  canMail: boolean;
  isConfirmed: boolean;
  choice: Awaited<ReturnType<typeof getMailChoice>>;
}) {
  if (!canMail) {
    return (
      <p className="text-pretty text-ink-muted">
        This site sends no mail. Every thread, clause and spec has a feed (Atom) that tells you the
        same.
      </p>
    );
  }
  return (
    <>
      {!isConfirmed && (
        <p className="mb-4 text-pretty text-caution">
          Your address is not confirmed, so no mail goes there.{" "}
          <Link href="/account" className="link">
            Confirm it in your account
          </Link>
          .
        </p>
      )}
      <MailChoiceForm choice={choice} save={chooseMail} />
    </>
  );
}
