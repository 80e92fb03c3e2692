"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/action";
import { openBrowserSession, requestAddress } from "@/lib/auth/browser-session";
import { safePath } from "@/lib/auth/safe-path";
import { registerPerson, RegisterPerson } from "@/lib/commands/people/register-person";

export const signUpHere = publicAction(
  RegisterPerson.extend({ next: z.string() }),
  async ({ next, ...input }) => {
    const at = new Date();
    const { id } = await registerPerson(input, await requestAddress(), at);
    await openBrowserSession(id, "password", at);
    redirect(safePath(next, "/w"));
  },
);
