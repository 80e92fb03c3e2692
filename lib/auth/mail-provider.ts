import type { NextAuthConfig } from "next-auth";
import Nodemailer from "next-auth/providers/nodemailer";
import { EmailAddress } from "@/lib/commands/people/fields";
import { findCredentials } from "@/lib/data/credentials";
import { sendMail } from "@/lib/mail/send-mail";
import { noAccountMail, signInMail } from "@/lib/mail/sign-in-mail";
import { pathOnThisSite } from "./path-on-this-site";
import { isSignUpOpen, siteOrigin } from "./settings";

const MINUTES_OPEN = 20;

/** Signing in by a mailed link. The link leads to a page with a button, never straight to a session. */
export function mailProvider(settings: {
  server: string;
  from: string;
}): NextAuthConfig["providers"][number] {
  return Nodemailer({
    id: "mail",
    ...settings,
    maxAge: MINUTES_OPEN * 60,
    normalizeIdentifier: (address) => EmailAddress.parse(address),
    sendVerificationRequest: async ({ identifier, url }) => {
      const mail = { to: identifier, site: new URL(siteOrigin()).host };
      const holder = await findCredentials({ email: identifier });
      // Every address gets a mail, so that the page answers the same, and as slowly, whether or not
      // somebody has an account.
      if (!holder && !isSignUpOpen()) return sendMail(settings, noAccountMail(mail));
      const link = { ...mail, url: linkPage(url), minutes: MINUTES_OPEN };
      return sendMail(settings, signInMail(link, !holder));
    },
  });
}

// next-auth's own address signs in whoever opens it, mail scanners included. Ours asks for a click.
function linkPage(callback: string): string {
  const { searchParams } = new URL(callback);
  const page = new URL("/sign-in/link", siteOrigin());
  page.searchParams.set("email", searchParams.get("email") ?? "");
  page.searchParams.set("token", searchParams.get("token") ?? "");
  const next = pathOnThisSite(searchParams.get("callbackUrl"));
  if (next !== "/") page.searchParams.set("next", next);
  return page.href;
}
