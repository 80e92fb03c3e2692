"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/action";
import { forgetBrowserSession } from "@/lib/auth/browser-session";
import { requireSignedIn } from "@/lib/auth/current-actor";
import { mailSignInLink, openIdSignInAddress } from "@/lib/auth/start-outside-sign-in";
import { changeName, ChangeName } from "@/lib/commands/people/change-name";
import { changePassword, ChangePassword } from "@/lib/commands/people/change-password";
import { endOtherSessions, endSession, EndSession } from "@/lib/commands/people/end-session";
import { eraseAccount, EraseAccount } from "@/lib/commands/people/erase-account";
import { requireFreshIdentity } from "@/lib/commands/people/require-fresh-identity";
import { getOwnAccount } from "@/lib/data/people";
import { Conflict } from "@/lib/errors";

const Nothing = z.object({});

export const rename = action(ChangeName, changeName);

export const setPassword = action(ChangePassword, async (actor, input) => {
  const { sessionId } = await requireSignedIn();
  return changePassword(actor, sessionId, input, new Date());
});

export const endOne = action(EndSession, (actor, input) => endSession(actor, input, new Date()));

export const endOthers = action(Nothing, async (actor) => {
  const { sessionId } = await requireSignedIn();
  return endOtherSessions(actor, sessionId, new Date());
});

export const confirmAddress = action(Nothing, async (actor) => {
  const { email } = await getOwnAccount(actor);
  if (!email) throw new Conflict("This account has no e-mail address.");
  await mailSignInLink(email, "/account", new Date());
  redirect("/check-mail");
});

/** Connecting a provider opens a new way in, so it needs a fresh proof of identity. */
export const connectProvider = action(Nothing, async (actor) => {
  requireFreshIdentity(actor, new Date());
  redirect(await openIdSignInAddress("/account"));
});

export const erase = action(EraseAccount, async (actor, input) => {
  await eraseAccount(actor, input, new Date());
  await forgetBrowserSession();
  redirect("/");
});
