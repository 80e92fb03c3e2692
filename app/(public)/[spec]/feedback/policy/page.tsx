import type { Metadata } from "next";
import type { ReactNode } from "react";
import { CommentBody } from "@/components/feedback/comment-body";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { listFeedbackNumbers } from "@/lib/data/feedback-counts";
import { MODERATION_RULES, RULE_WORDS } from "@/lib/feedback/moderation-rules";
import { APPROVED_UNTIL_TRUSTED } from "@/lib/feedback/trust";
import { FeedbackFrame, openPublicSpec, type PublicSpecProps } from "../../../feedback-frame";

export async function generateMetadata(props: PublicSpecProps): Promise<Metadata> {
  const { spec } = await openPublicSpec(props);
  return { title: `How feedback on ${spec.title} is moderated` };
}

/** The rules for everybody, and how often they were used. */
export default async function PolicyPage(props: PublicSpecProps) {
  const { spec, signedIn } = await openPublicSpec(props);
  const numbers = await listFeedbackNumbers(spec.id);
  return (
    <FeedbackFrame signedIn={signedIn} spec={spec}>
      <PageHeader title="How feedback is moderated">
        The same rules hold for everybody. Disagreeing with this spec, however sharply, is never a
        reason to hide a comment.
      </PageHeader>
      <div className="flex flex-col gap-9 text-md">
        <Part title="Before it appears">
          <p>
            A person looks at the first {APPROVED_UNTIL_TRUSTED} comments of everybody; after that,
            comments appear at once. Most wait less than two days. The same words from several
            people, and comments that come faster than anybody can type, are looked at as well.
          </p>
        </Part>
        <Part title="Why a comment is hidden">
          <dl className="flex flex-col gap-3">
            {MODERATION_RULES.map((rule) => (
              <div key={rule}>
                <dt className="font-semibold">{RULE_WORDS[rule].name}</dt>
                <dd className="text-pretty">{RULE_WORDS[rule].meaning}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part title="What happens then">
          <p>
            In its place stands that it was hidden, under which rule and why. Its author is told and
            can appeal. Somebody else than the moderator decides the appeal. Nobody is made
            invisible without being told.
          </p>
        </Part>
        <Part title="What others see of you">
          <p>
            A name such as “Reader 4821”, unless you choose to show your own. What you say you
            belong to is shown as your own statement. Your e-mail address is shown to nobody. No
            network address is kept. You can change or take back what you wrote, take your data with
            you, and erase your account; then your comments stay without your name, or go, as you
            choose. Words that were quoted in a decision about a release stay, without your name.
          </p>
        </Part>
        {spec.houseRules && (
          <Part title="Also for this spec">
            <CommentBody text={spec.houseRules} />
          </Part>
        )}
        <Part title="In numbers">
          <DataTable
            inPairs
            caption="Comments by the release they were written on"
            rows={numbers}
            rowKey={({ release }) => release}
            columns={[
              { key: "release", header: "Release", primary: true, cell: (row) => row.release },
              { key: "received", header: "Received", numeric: true, cell: (row) => row.received },
              { key: "shown", header: "Shown", numeric: true, cell: (row) => row.published },
              { key: "waiting", header: "Waiting", numeric: true, cell: (row) => row.waiting },
              {
                key: "withdrawn",
                header: "Taken back",
                numeric: true,
                cell: (row) => row.withdrawn,
              },
              {
                key: "hidden",
                header: "Hidden",
                cell: ({ hidden }) =>
                  hidden.map(({ rule, count }) => `${count} ${rule}`).join(", ") || "none",
              },
              {
                key: "appeals",
                header: "Appeals upheld",
                numeric: true,
                cell: ({ appeals }) => `${appeals.upheld} of ${appeals.decided}`,
              },
            ]}
          />
        </Part>
      </div>
    </FeedbackFrame>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 font-serif text-lg font-semibold">{title}</h2>
      <div className="max-w-measure has-[table]:max-w-none">{children}</div>
    </section>
  );
}
