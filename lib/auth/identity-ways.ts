import { getOwnAccount } from "@/lib/data/people";
import type { Actor } from "@/lib/policy/actor";
import { signInMethods } from "./settings";

/** How somebody who is signed in can prove once more who they are. */
export async function identityWays(actor: Actor) {
  const { hasPassword, email, providers } = await getOwnAccount(actor);
  const { mail, provider } = signInMethods();
  return {
    password: hasPassword,
    mail: mail && email !== null,
    provider: providers.includes("openid") ? provider : null,
  };
}
