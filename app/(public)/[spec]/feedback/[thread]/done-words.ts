/** What just happened, in words of ours. */
export function doneWords(query: { posted?: string; done?: string }): {
  title: string;
  words: string;
} | null {
  if (query.posted === "held") {
    return {
      title: "Thank you, your words have arrived",
      words:
        "A moderator looks at the first comments of everybody before they appear, mostly within two days. You find yours here meanwhile; others do not see it yet.",
    };
  }
  if (query.posted) {
    return {
      title: "Thank you, your words are here",
      words: "Everybody can read them now. You will find here what becomes of them.",
    };
  }
  return (query.done && DONE[query.done]) || null;
}

const DONE: Readonly<Record<string, { title: string; words: string }>> = {
  supported: { title: "Noted", words: "Others see how many think so too, not who." },
  followed: {
    title: "Noted",
    words: "What you follow, and how you hear of it, stands in your account under “Your feedback”.",
  },
  edited: { title: "Changed", words: "Readers see that your comment was changed." },
  withdrawn: {
    title: "Taken back",
    words: "Your words are gone. A note keeps the thread readable.",
  },
  reported: {
    title: "Thank you for the report",
    words: "A moderator looks at it. Until then the comment stays.",
  },
  appealed: {
    title: "Your appeal has arrived",
    words: "Somebody else than the moderator who hid your comment looks at it.",
  },
};
