import { ROLE_NAMES } from "@/components/spec/role-names";
import { Time } from "@/components/ui/time";
import type { InvitationOfferView } from "@/lib/data/invitations";
import { ROLE_SUMMARY } from "@/lib/policy/role";

/** What one is invited to, as the title of the page. */
export const offerTitle = ({ spec, administrator, invitedBy }: InvitationOfferView) => {
  if (spec) return <>Work on “{spec.title}”</>;
  if (administrator && !invitedBy) return "Become the first administrator";
  return "Become an administrator";
};

/** Who invites, with which role, and until when. */
export function Offer({ offer }: { offer: InvitationOfferView }) {
  const { spec, role, administrator, invitedBy, expiresAt } = offer;
  return (
    <div className="flex flex-col gap-3 rounded-sm bg-sunken px-4 py-3">
      {spec?.summary && <p className="font-serif text-pretty">{spec.summary}</p>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {invitedBy && <Fact name="Invited by">{invitedBy}</Fact>}
        {role && (
          <Fact name="As">
            <strong className="font-semibold">{ROLE_NAMES[role]}</strong>
            <span className="block text-sm text-ink-muted">{ROLE_SUMMARY[role]}</span>
          </Fact>
        )}
        {administrator && (
          <Fact name="As">
            <strong className="font-semibold">Administrator</strong>
            <span className="block text-sm text-ink-muted">
              Looks after the people of this site and the members of every spec.
            </span>
          </Fact>
        )}
        <Fact name="Until">
          <Time at={expiresAt} precise />
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
