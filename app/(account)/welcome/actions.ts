"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/action";
import { requireSignedIn } from "@/lib/auth/current-actor";
import { safePath } from "@/lib/auth/safe-path";
import { changeName } from "@/lib/commands/people/change-name";
import { changePassword } from "@/lib/commands/people/change-password";
import { NewPassword, PersonName } from "@/lib/commands/people/fields";

const Welcome = z.object({
  name: PersonName,
  password: z.union([z.literal(""), NewPassword]),
  next: z.string(),
});

export const settleIn = action(Welcome, async (actor, { name, password, next }) => {
  if (password) {
    const { sessionId } = await requireSignedIn();
    await changePassword(actor, sessionId, { currentPassword: "", password }, new Date());
  }
  await changeName(actor, { name });
  redirect(safePath(next, "/w"));
});
