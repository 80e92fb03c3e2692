"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/action";
import { openBrowserSession, requestAddress } from "@/lib/auth/browser-session";
import { safePath } from "@/lib/auth/safe-path";
import { mailSignInLink, openIdSignInAddress } from "@/lib/auth/start-outside-sign-in";
import { EmailAddress } from "@/lib/commands/people/fields";
import {
  signInWithPassword,
  SignInWithPassword,
} from "@/lib/commands/people/sign-in-with-password";

const Next = z.object({ next: z.string() });

export const signInHere = publicAction(SignInWithPassword.extend(Next.shape), async (input) => {
  const at = new Date();
  const { userId } = await signInWithPassword(input, await requestAddress(), at);
  await openBrowserSession(userId, "password", at);
  redirect(safePath(input.next));
});

export const mailLinkHere = publicAction(Next.extend({ email: EmailAddress }), async (input) => {
  await mailSignInLink(input.email, input.next, new Date());
  redirect("/check-mail");
});

export const continueWithProvider = publicAction(Next, async ({ next }) => {
  redirect(await openIdSignInAddress(next));
});
