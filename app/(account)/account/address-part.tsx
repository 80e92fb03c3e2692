import { ActionButton } from "@/components/account/action-button";
import { Badge } from "@/components/ui/badge";
import type { OwnAccountView } from "@/lib/data/people";
import { confirmAddress } from "./actions";

interface AddressPartProps {
  account: OwnAccountView;
  canMail: boolean;
}

/** One's own address, and whether it was ever proven. */
export function AddressPart({ account: { email, emailVerifiedAt }, canMail }: AddressPartProps) {
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="font-medium">E-mail address</p>
      <p className="flex flex-wrap items-center gap-2">
        <span className="break-all">{email ?? "None"}</span>
        {email && emailVerifiedAt && <Badge tone="positive">Confirmed</Badge>}
        {canMail && email && !emailVerifiedAt && <Badge tone="caution">Not confirmed</Badge>}
      </p>
      <p className="text-sm text-ink-muted">
        You and administrators see it, nobody else. You sign in with it.
      </p>
      {canMail && email && !emailVerifiedAt && (
        <ActionButton size="sm" action={confirmAddress} input={{}}>
          Mail me a link to confirm it
        </ActionButton>
      )}
    </div>
  );
}
