import type { Metadata } from "next";
import Link from "next/link";
import { WorkFrame } from "@/app/work-frame";
import { siteNavigation } from "@/app/(workspace)/navigation";
import { EraseAccountDialog } from "@/components/account/erase-account-dialog";
import { NameForm } from "@/components/account/name-form";
import { PasswordForm } from "@/components/account/password-form";
import { SessionList } from "@/components/account/session-list";
import { buttonStyle } from "@/components/ui/button-style";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireSignIn } from "@/lib/auth/current-actor";
import { signInMethods } from "@/lib/auth/settings";
import { getOwnAccount } from "@/lib/data/people";
import { listOwnSessions } from "@/lib/data/sessions";
import { AddressPart } from "./address-part";
import { endOne, endOthers, erase, rename, setPassword } from "./actions";
import { ProviderPart } from "./provider-part";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const signedIn = await requireSignIn("/account");
  const { actor, sessionId } = signedIn;
  const [account, sessions] = await Promise.all([
    getOwnAccount(actor),
    listOwnSessions(actor, sessionId, new Date()),
  ]);
  const { mail, provider } = signInMethods();
  return (
    <WorkFrame
      signedIn={signedIn}
      crumbs={[{ label: "Your account" }]}
      navigation={siteNavigation(actor)}
    >
      <PageHeader title="Your account">
        Only you see this page. Others see your name, never your address.
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-6">
        <Panel title="Who you are">
          <div className="flex flex-col gap-6">
            <NameForm name={account.name} change={rename} />
            <AddressPart account={account} canMail={mail} />
          </div>
        </Panel>
        <Panel title="Password">
          <PasswordForm
            hasPassword={account.hasPassword}
            email={account.email}
            change={setPassword}
          />
        </Panel>
        {provider && (
          <Panel title="Identity provider">
            <ProviderPart name={provider} connected={account.providers.includes("openid")} />
          </Panel>
        )}
        <Panel title="Where you are signed in">
          <SessionList sessions={sessions} end={endOne} endOthers={endOthers} />
        </Panel>
        <Panel title="In public">
          <p className="mb-4 max-w-prose text-pretty text-ink-muted">
            The name you show beside what you say in public, what you said and follow, and which
            mail you get.
          </p>
          <Link className={buttonStyle()} href="/account/feedback">
            Your feedback
          </Link>
        </Panel>
        <Panel title="Your data">
          <p className="mb-4 max-w-prose text-pretty text-ink-muted">
            Everything here that names you, as one JSON file: profile, sign-ins, memberships,
            invitations, what you said in public and what is on record about you.
          </p>
          <a className={buttonStyle()} href="/account/data" download>
            Download your data
          </a>
        </Panel>
        <Panel title="Erase account">
          <p className="mb-4 max-w-prose text-pretty text-ink-muted">
            Your name, address, password and sign-ins are deleted at once. What you wrote in specs
            stays, by “Former member”.
          </p>
          <EraseAccountDialog name={account.name} erase={erase} />
        </Panel>
      </div>
    </WorkFrame>
  );
}
