"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/action";
import { requireSignedIn } from "@/lib/auth/current-actor";
import { identityWays } from "@/lib/auth/identity-ways";
import { mailSignInLink, openIdSignInAddress } from "@/lib/auth/start-outside-sign-in";
import { confirmIdentity, ConfirmIdentity } from "@/lib/commands/people/confirm-identity";
import { getOwnAccount } from "@/lib/data/people";
import { Conflict } from "@/lib/errors";

const Next = z.object({ next: z.string() });

export const findWays = action(z.object({}), (actor) => identityWays(actor));

export const confirmByPassword = action(ConfirmIdentity, async (actor, input) => {
  const { sessionId } = await requireSignedIn();
  await confirmIdentity(actor, sessionId, input, new Date());
});

export const confirmByMail = action(Next, async (actor, { next }) => {
  const { email } = await getOwnAccount(actor);
  if (!email) throw new Conflict("This account has no e-mail address.");
  await mailSignInLink(email, next, new Date());
  redirect("/check-mail");
});

export const confirmByProvider = action(Next, async (_actor, { next }) => {
  redirect(await openIdSignInAddress(next, true));
});
