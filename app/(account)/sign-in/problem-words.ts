/** What happened on the way in, and what to do. */
interface ProblemWords {
  title: string;
  advice: string;
}

// Codes of our own refusals, and the ones that next-auth puts into the address.
const WORDS: Readonly<Record<string, ProblemWords>> = {
  Verification: {
    title: "This link no longer works",
    advice: "A link works once and for 20 minutes. Ask for a new one.",
  },
  conflict: {
    title: "There is an account with this address already",
    advice:
      "The provider did not confirm that the address is yours. Sign in another way, then connect the provider on your account page.",
  },
  forbidden: {
    title: "You cannot sign in with this account",
    advice:
      "It may be suspended, or new accounts are by invitation here. Ask an administrator of this site.",
  },
  OAuthCallbackError: {
    title: "The sign-in was not finished",
    advice: "The provider sent you back without it. Try again.",
  },
};
const ANYTHING_ELSE: ProblemWords = {
  title: "That did not work",
  advice: "Nothing was changed. Try again, or use another way to sign in.",
};

/** The words for a code in the address; anything unknown gets general words, never its own text. */
export function problemWords(code: string | undefined): ProblemWords | null {
  if (!code) return null;
  return (Object.hasOwn(WORDS, code) ? WORDS[code] : undefined) ?? ANYTHING_ELSE;
}
