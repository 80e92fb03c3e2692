import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { InboxTabs } from "@/components/feedback/inbox-tabs";
import { countInbox } from "@/lib/data/feedback-inbox";
import { canModerate, canSeeInbox } from "@/lib/policy/feedback";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";

type Opened = Awaited<ReturnType<typeof openSpec>>;

/** Who is asking, for a page of the inbox; readers of the draft who may not see it are told so. */
export async function openInbox(props: SpecPageProps, place = ""): Promise<Opened> {
  const opened = await openSpec(props, `/feedback${place}`);
  if (!canSeeInbox(opened.signedIn.actor, opened.spec)) forbidden();
  return opened;
}

/** The frame of all pages of the inbox, with the numbers of what waits. */
export async function FeedbackPages({
  signedIn,
  spec,
  children,
}: Opened & { children: ReactNode }) {
  const counts = await countInbox(spec.id);
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Feedback">
      <InboxTabs slug={spec.slug} counts={counts} moderates={canModerate(signedIn.actor, spec)} />
      {children}
    </SpecFrame>
  );
}
