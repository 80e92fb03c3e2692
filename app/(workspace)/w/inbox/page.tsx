import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { WorkFrame } from "@/app/work-frame";
import { InboxList } from "@/components/release/inbox-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignIn } from "@/lib/auth/current-actor";
import { listInbox } from "@/lib/data/inbox";
import { siteNavigation } from "../../navigation";

export const metadata: Metadata = { title: "What waits for you" };

export default async function InboxPage() {
  const signedIn = await requireSignIn("/w/inbox");
  const items = await listInbox(signedIn.actor);
  return (
    <WorkFrame
      signedIn={signedIn}
      crumbs={[{ label: "What waits for you" }]}
      navigation={siteNavigation(signedIn.actor)}
    >
      <PageHeader title="What waits for you">
        Reviews that need you, and releases that you can publish.
      </PageHeader>
      {items.length > 0 ? (
        <InboxList items={items} />
      ) : (
        <EmptyState icon={Inbox} title="Nothing waits for you">
          When somebody asks for a review that you can give, it stands here.
        </EmptyState>
      )}
    </WorkFrame>
  );
}
