import { cookies } from "next/headers";
import { siteOrigin } from "./settings";

/** Where a browser keeps the secret of a comment that waits for its author's name. */
const NAME = "precept-comment";

export async function readPendingSecret(): Promise<string | null> {
  return (await cookies()).get(NAME)?.value ?? null;
}

export async function setPendingSecret(secret: string, expires: Date): Promise<void> {
  (await cookies()).set(NAME, secret, { ...options(), expires });
}

export async function dropPendingSecret(): Promise<void> {
  (await cookies()).set(NAME, "", { ...options(), maxAge: 0 });
}

// Lax: a mailed link comes from elsewhere and must find it.
const options = () =>
  ({
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: siteOrigin().startsWith("https:"),
  }) as const;
