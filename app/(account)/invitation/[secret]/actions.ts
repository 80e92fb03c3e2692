"use server";

import { redirect } from "next/navigation";
import { action, publicAction } from "@/lib/action";
import { openBrowserSession, requestAddress } from "@/lib/auth/browser-session";
import { acceptInvitation, AcceptInvitation } from "@/lib/commands/specs/accept-invitation";
import { registerInvited, RegisterInvited } from "@/lib/commands/people/register-invited";

export const accept = action(AcceptInvitation, async (actor, input) => {
  const { slug } = await acceptInvitation(actor, input, new Date());
  redirect(placeOf(slug));
});

export const registerAndAccept = publicAction(RegisterInvited, async (input) => {
  const at = new Date();
  const { id, slug } = await registerInvited(input, await requestAddress(), at);
  await openBrowserSession(id, "invitation", at);
  redirect(placeOf(slug));
});

const placeOf = (slug: string | null) => (slug ? `/w/${slug}` : "/admin");
