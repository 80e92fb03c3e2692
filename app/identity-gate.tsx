import type { ReactNode } from "react";
import { ConfirmIdentityProvider } from "@/components/account/confirm-identity-dialog";
import { identityActions } from "./(account)/confirm/identity-actions";

/** Pages inside take sensitive steps; when the last proof of identity is too old, a dialog asks again. */
export function IdentityGate({ children }: { children: ReactNode }) {
  return <ConfirmIdentityProvider actions={identityActions}>{children}</ConfirmIdentityProvider>;
}
