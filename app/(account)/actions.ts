"use server";

import { redirect } from "next/navigation";
import { closeBrowserSession } from "@/lib/auth/browser-session";

/** Ends the session of this browser and leads to the front page. */
export async function signOutHere(): Promise<void> {
  await closeBrowserSession(new Date());
  redirect("/");
}
