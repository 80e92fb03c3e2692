import { IdentityNotConfirmed } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { isFreshlyAuthenticated } from "@/lib/policy/identity";

/** @throws IdentityNotConfirmed when the actor's last proof of identity is older than 15 minutes. */
export function requireFreshIdentity(actor: Actor, at: Date): void {
  if (!isFreshlyAuthenticated(actor.authenticatedAt, at)) throw new IdentityNotConfirmed();
}
