import { compose } from "./compose";
import type { Mail } from "./send-mail";

/** What a mail about signing in is about, beyond the recipient. */
export interface SignInMail {
  to: string;
  /** Host of this site, so that people know where the mail comes from. */
  site: string;
  /** Page with the button that signs in. */
  url: string;
  minutes: number;
}

/** The mail with a link that signs in, or that begins an account for a new address. */
export function signInMail({ to, site, url, minutes }: SignInMail, isNew: boolean): Mail {
  const deed = isNew ? "Finish signing up" : "Sign in";
  return compose(to, `${deed} to Precept at ${site}`, {
    lines: [
      isNew
        ? `Somebody, probably you, wants an account at ${site} with this address.`
        : `Somebody, probably you, wants to sign in at ${site}.`,
      `The link works once, within ${minutes} minutes, best in the browser where you asked for it.`,
    ],
    link: { url, words: deed },
    end: "If it was not you, do nothing: without the link nobody gets in.",
  });
}

/** The mail to an address that has no account where sign-up is by invitation. */
export function noAccountMail({ to, site }: Pick<SignInMail, "to" | "site">): Mail {
  return compose(to, `No account at ${site} with this address`, {
    lines: [
      `Somebody, probably you, asked for a sign-in link at ${site}, but no account there has this address.`,
      "Maybe you used another address. If you have no account yet, ask somebody of the site to invite you.",
    ],
    end: "If it was not you, do nothing.",
  });
}
