import { MailNotSent } from "@/lib/mail/send-mail";
import { limitAttempts, MAIL_ADDRESS, MAIL_TO } from "./attempts";
import { requestAddress } from "./browser-session";
import { signIn } from "./next-auth";
import { safePath } from "./safe-path";

/**
 * Mails a link that signs in and then leads to `next`. Answers the same whether or not somebody has an
 * account with the address.
 *
 * @throws TooManyRequests, and MailNotSent when the mail server does not take it.
 */
export async function mailSignInLink(email: string, next: string, at: Date): Promise<void> {
  await limitAttempts(MAIL_ADDRESS, await requestAddress(), at);
  await limitAttempts(MAIL_TO, email, at);
  const answer: unknown = await signIn("mail", {
    email,
    redirectTo: safePath(next),
    redirect: false,
  });
  // next-auth answers a mail that could not be sent with the address of its error page.
  if (typeof answer !== "string" || answer.includes("error=")) throw new MailNotSent();
}

/**
 * The address at the OpenID provider where signing in goes on.
 *
 * @param again Ask for the proof of identity anew, even of somebody whom the provider remembers.
 */
export async function openIdSignInAddress(next: string, again = false): Promise<string> {
  const answer: unknown = await signIn(
    "openid",
    { redirectTo: safePath(next), redirect: false },
    again ? { prompt: "login", max_age: "0" } : {},
  );
  if (typeof answer !== "string") throw new Error("next-auth gave no address to go to.");
  return answer;
}
