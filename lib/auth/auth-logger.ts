import type { NextAuthConfig } from "next-auth";
import { log } from "@/lib/log";

// What people cause by themselves: an old link, a cancelled sign-in, too many attempts. No fault of ours.
const EVERYDAY = new Set([
  "AccessDenied",
  "CredentialsSignin",
  "OAuthCallbackError",
  "Verification",
]);

/** Sends what next-auth has to say to our log. Its debug lines are dropped: they carry addresses. */
export const authLogger: NextAuthConfig["logger"] = {
  error(error) {
    if (EVERYDAY.has(error.name)) log().info({ reason: error.name }, "sign-in refused");
    else log().error({ err: error }, "sign-in failed");
  },
  warn(code) {
    log().warn({ code }, "sign-in warning");
  },
  debug() {},
};
