/** What an address says went wrong, in words of ours: never words that stand in the address. */
export function problemWords(code: string | undefined): string | null {
  if (!code) return null;
  return WORDS[code] ?? WORDS.fault!;
}

const WORDS: Readonly<Record<string, string>> = {
  empty: "Write what you want to say.",
  invalid: "Something in the form needs another look: is a field empty, or are there many links?",
  conflict: "This was said or decided already. Reload the page to see how it stands.",
  forbidden: "This is not possible for you here, or comments are closed at the moment.",
  not_found: "What you commented on is no longer there.",
  too_many_requests:
    "That was quick. Your words are kept here: wait a minute, then send them again. On the first day there is a limit.",
  unauthenticated: "Sign in to do this.",
  fault: "Something went wrong on our side. Your words are kept. Try again in a moment.",
};
