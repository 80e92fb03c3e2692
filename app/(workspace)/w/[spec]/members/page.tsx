import type { Metadata } from "next";
import { InvitationList } from "@/components/invitation/invitation-list";
import { InviteMemberDialog } from "@/components/spec/invite-member-dialog";
import { MemberList, type MemberListItem } from "@/components/spec/member-list";
import { RoleLegend } from "@/components/spec/role-legend";
import { PageHeader } from "@/components/ui/page-header";
import { listOpenInvitations } from "@/lib/data/invitations";
import { listMembers, type MemberView } from "@/lib/data/members";
import type { SpecView } from "@/lib/data/specs";
import { siteOrigin } from "@/lib/auth/settings";
import type { Actor } from "@/lib/policy/actor";
import { canChangeRole, canInviteMember, canLeaveSpec, canRemoveMember } from "@/lib/policy/member";
import { openSpec, SpecFrame, type SpecPageProps } from "../spec-frame";
import { change, invite, remove, revoke } from "./actions";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage(props: SpecPageProps) {
  const { signedIn, spec } = await openSpec(props, "/members");
  const { actor } = signedIn;
  const [members, invitations] = await Promise.all([
    listMembers(actor, spec.id),
    listOpenInvitations(actor, spec.id, new Date()),
  ]);
  return (
    <SpecFrame signedIn={signedIn} spec={spec} page="Members">
      <PageHeader
        title="Members"
        actions={
          canInviteMember(actor, spec) && (
            <InviteMemberDialog specId={spec.id} invite={invite} origin={siteOrigin()} />
          )
        }
      >
        Who can open this spec before it is published, and what each of them may do.
      </PageHeader>
      <MemberList
        specId={spec.id}
        members={members.map((member) => withMay(actor, spec, member))}
        changeRole={change}
        remove={remove}
      />
      {invitations.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-2 font-semibold">Open invitations</h2>
          <InvitationList invitations={invitations} revoke={revoke} />
        </section>
      )}
      <RoleLegend className="mt-10" />
    </SpecFrame>
  );
}

function withMay(actor: Actor, spec: SpecView, member: MemberView): MemberListItem {
  return {
    ...member,
    may: {
      changeRole: canChangeRole(actor, spec, member),
      remove: canRemoveMember(actor, spec, member),
      leave: member.userId === actor.id && canLeaveSpec(actor, spec),
    },
  };
}
