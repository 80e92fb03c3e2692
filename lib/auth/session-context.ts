import type { StartSession } from "@/lib/commands/people/start-session";
import { deviceWords } from "./device-words";
import { openSessionCookie } from "./session-cookie";

/** What a new session takes from the request that opens it: the device, and the session it replaces. */
export async function sessionContext(
  requestHeaders: Headers,
): Promise<Pick<StartSession, "device" | "replaces">> {
  const former = await openSessionCookie(requestHeaders.get("cookie"));
  return {
    device: deviceWords(requestHeaders.get("user-agent")),
    ...(former ? { replaces: former } : {}),
  };
}
