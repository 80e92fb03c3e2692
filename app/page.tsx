import { BookOpen, FileText } from "lucide-react";
import type { ReactNode } from "react";
import { InboxList } from "@/components/release/inbox-list";
import { DemoBanner } from "@/components/shell/demo-banner";
import { DemoTour } from "@/components/shell/demo-tour";
import { PublishedList } from "@/components/reading/published-list";
import { ReadingShell } from "@/components/shell/reading-shell";
import { SpecList } from "@/components/spec/spec-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { currentSignedIn } from "@/lib/auth/current-actor";
import { listInbox } from "@/lib/data/inbox";
import type { SignedIn } from "@/lib/data/sessions";
import { db } from "@/lib/data/db";
import { listPublished } from "@/lib/data/published";
import { listSpecs } from "@/lib/data/specs";
import { env } from "@/lib/env";
import { canCreateSpec } from "@/lib/policy/spec";
import { DEMO_WORDS } from "./demo-words";
import { shellAccount } from "./shell-account";

/** The front page: one's own specs for those who work here, what this place is for everybody else. */
export default async function HomePage() {
  const signedIn = await currentSignedIn();
  return (
    <ReadingShell
      account={shellAccount(signedIn)}
      banner={env().DEMO && <DemoBanner>{DEMO_WORDS}</DemoBanner>}
    >
      {signedIn ? <OwnSpecs signedIn={signedIn} /> : <Introduction />}
      {env().DEMO && (
        <Part title="Three things to try">
          <DemoTour />
        </Part>
      )}
    </ReadingShell>
  );
}

async function OwnSpecs({ signedIn: { actor, name } }: { signedIn: SignedIn }) {
  const waiting = await listInbox(actor);
  const specs = (await listSpecs(actor)).filter(({ archivedAt }) => archivedAt === null);
  const create = canCreateSpec(actor) && (
    <ButtonLink href="/w/new" variant={specs.length > 0 ? "secondary" : "primary"}>
      Create a spec
    </ButtonLink>
  );
  return (
    <>
      <h1 className="font-serif text-2xl font-semibold text-balance">Good to see you, {name}</h1>
      {waiting.length > 0 && (
        <Part title="What waits for you">
          <InboxList items={waiting} />
        </Part>
      )}
      <Part title="Your specs" action={specs.length > 0 && create}>
        {specs.length > 0 ? (
          <SpecList specs={specs} />
        ) : (
          <EmptyState icon={FileText} title="No specs yet" action={create}>
            {canCreateSpec(actor)
              ? "Create the first one, then invite the people who will write and review it."
              : "A spec appears here once somebody invites you to it."}
          </EmptyState>
        )}
      </Part>
      <PublishedSpecs />
    </>
  );
}

function Introduction() {
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold text-balance">
        How machines are meant to behave, written in the open
      </h1>
      <p className="mt-5 font-serif text-reading text-pretty">
        A behaviour spec says what an AI system does, what it never does, and who may ask it for
        something else. Here such specs are written together, reviewed, published as releases, and
        answered by the people they concern, clause by clause.
      </p>
      <PublishedSpecs />
    </>
  );
}

/** What everybody may read. Links lead out of Next, to pages that server.ts answers by itself. */
async function PublishedSpecs() {
  const specs = await listPublished(db());
  return (
    <Part title="Published specs">
      {specs.length > 0 ? (
        <PublishedList
          specs={specs.map(({ slug, title, summary, releases }) => ({
            slug,
            title,
            summary,
            label: releases[0]?.label ?? "",
            publishedAt: releases[0]?.publishedAt ?? new Date(0),
            releases: releases.length,
          }))}
        />
      ) : (
        <EmptyState icon={BookOpen} title="Nothing is published yet">
          Published specs can be read here by everyone, without an account. If you were invited to
          work on one, sign in.
        </EmptyState>
      )}
    </Part>
  );
}

function Part({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-10">
      <div className="mb-3 flex min-h-9 items-center justify-between gap-4">
        <h2 className="font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
