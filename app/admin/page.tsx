import type { Metadata } from "next";
import { InviteAdministratorDialog } from "@/components/admin/invite-administrator-dialog";
import { PeopleTable, type PersonRow } from "@/components/admin/people-table";
import { InvitationList } from "@/components/invitation/invitation-list";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { siteOrigin } from "@/lib/auth/settings";
import { listAdministratorInvitations } from "@/lib/data/invitations";
import { listPeople, type PersonView } from "@/lib/data/people";
import type { Actor } from "@/lib/policy/actor";
import * as may from "@/lib/policy/person";
import * as steps from "./actions";
import { AdminFrame, requireAdministrator } from "./admin-frame";
import { PageLinks } from "./page-links";

export const metadata: Metadata = { title: "People" };

interface Props {
  searchParams: Promise<{ q?: string; page?: string }>;
}

export default async function PeoplePage({ searchParams }: Props) {
  const signedIn = await requireAdministrator("/admin");
  const { actor } = signedIn;
  const { q, page: pageWish } = await searchParams;
  const words = (q ?? "").trim().slice(0, 100);
  const page = Math.max(1, Math.trunc(Number(pageWish)) || 1);
  const [{ people, total }, invitations] = await Promise.all([
    listPeople(actor, { words, page }),
    listAdministratorInvitations(actor, new Date()),
  ]);
  return (
    <AdminFrame signedIn={signedIn}>
      <PageHeader
        title="People"
        actions={<InviteAdministratorDialog invite={steps.invite} origin={siteOrigin()} />}
      >
        Everybody with an account here. Addresses are shown to administrators only.
      </PageHeader>
      <form role="search" className="mb-4 flex max-w-md gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={words}
          aria-label="Name or address"
          placeholder="Name or address"
          autoComplete="off"
        />
        <Button type="submit">Search</Button>
      </form>
      <PeopleTable
        people={people.map((person) => toRow(actor, person))}
        steps={{
          suspend: steps.suspend,
          reinstate: steps.reinstate,
          makeAdministrator: steps.makeAdministrator,
          withdrawAdministrator: steps.takeOffice,
          setSpecCreation: steps.setSpecCreation,
        }}
      />
      <PageLinks page={page} total={total} words={words} />
      {invitations.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-2 font-semibold">Open invitations of administrators</h2>
          <InvitationList invitations={invitations} revoke={steps.revoke} />
        </section>
      )}
    </AdminFrame>
  );
}

function toRow(actor: Actor, person: PersonView): PersonRow {
  const standing = {
    id: person.id,
    isAdministrator: person.isAdministrator,
    isSuspended: person.suspendedAt !== null,
    isErased: person.erasedAt !== null,
  };
  const specs = may.canGrantSpecCreation(actor, standing);
  return {
    ...standing,
    name: person.name,
    email: person.email,
    createdAt: person.createdAt,
    lastSeenAt: person.lastSeenAt,
    isSpecCreator: person.isSpecCreator,
    isSelf: person.id === actor.id,
    specCount: person.specCount,
    may: {
      suspend: may.canSuspendPerson(actor, standing),
      reinstate: may.canReinstatePerson(actor, standing),
      makeAdministrator: may.canGrantAdministrator(actor, standing),
      withdrawAdministrator: may.canWithdrawAdministrator(actor, standing),
      // Administrators create specs by their office.
      grantSpecCreation: specs && !person.isSpecCreator && !person.isAdministrator,
      withdrawSpecCreation: specs && person.isSpecCreator,
    },
  };
}
