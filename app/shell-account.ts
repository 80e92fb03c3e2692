import type { Account } from "@/components/shell/account-menu";
import type { SignedIn } from "@/lib/data/sessions";
import { signOutHere } from "./(account)/actions";

/** What the top bar of every page needs to know of who is signed in. */
export function shellAccount(signedIn: SignedIn | null): Account {
  return {
    person: signedIn && { id: signedIn.actor.id, name: signedIn.name },
    signOut: signOutHere,
    signInHref: "/sign-in",
    links: [
      { label: "Your specs", href: "/w" },
      { label: "Your feedback", href: "/account/feedback" },
      { label: "Your account", href: "/account" },
      ...(signedIn?.actor.isAdministrator ? [{ label: "Administration", href: "/admin" }] : []),
    ],
  };
}
