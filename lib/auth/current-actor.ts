import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { SignedIn } from "@/lib/data/sessions";
import { Unauthenticated } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { actorFromRequest } from "./actor-from-request";
import { signInPath } from "./safe-path";

/** Who is signed in, with their session and name; read from the database once per request. */
export const currentSignedIn = cache(async (): Promise<SignedIn | null> => {
  return actorFromRequest(new Headers(await headers()));
});

/** Who is asking, or null. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSignedIn())?.actor ?? null;
}

/** @throws Unauthenticated when nobody is signed in. For actions and route handlers. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await currentSignedIn();
  if (!signedIn) throw new Unauthenticated();
  return signedIn;
}

/** @throws Unauthenticated when nobody is signed in. For actions and route handlers. */
export async function requireActor(): Promise<Actor> {
  return (await requireSignedIn()).actor;
}

/** For pages: who is signed in, or off to the sign-in page and back to `path` afterwards. */
export async function requireSignIn(path: string): Promise<SignedIn> {
  return (await currentSignedIn()) ?? redirect(signInPath(path));
}
