import { KIND_WORDS, type ThreadKind } from "./kinds";
import type { BylineView } from "./byline";

interface About {
  spec: { slug: string; title: string };
  /** Title of the clause. */
  section: string;
  /** A path of ours that leads to it. */
  path: string;
}

/** Something that happened in feedback that somebody follows, or to what they said themselves. */
export type News = About &
  (
    | {
        kind: "comment";
        byline: BylineView;
        isOfficial: boolean;
        /** The kind of the thread that it opens; null for an answer. */
        opens: ThreadKind | null;
        body: string;
      }
    /** What became of a thread, in the words of outcomeSentence, and why. */
    | { kind: "settled" | "landed"; outcome: string; reason: string }
    | { kind: "own"; deed: OwnDeed; reason: string }
  );

export type OwnDeed = "approved" | "hidden" | "restored" | "appeal_upheld" | "appeal_turned_down";

const OWN_WORDS: Readonly<Record<OwnDeed, string>> = {
  approved: "Your comment can be read by everybody now.",
  hidden: "A moderator hid your comment. You can appeal; somebody else decides.",
  restored: "Your comment is shown again.",
  appeal_upheld: "Your appeal was upheld.",
  appeal_turned_down: "Your appeal was turned down.",
};

/** The longest piece of somebody's words in a mail. */
const EXCERPT = 400;

/** What happened in a sentence, and the words that were said. */
export function newsWords(news: News): { sentence: string; words: string } {
  switch (news.kind) {
    case "comment": {
      const { byline, isOfficial, opens, body } = news;
      const who = isOfficial ? "Those who write this spec" : byline.name;
      const deed = opens ? `opened a thread (${KIND_WORDS[opens].name.toLowerCase()})` : "answered";
      return { sentence: `${who} ${deed}:`, words: excerpt(body) };
    }
    case "own":
      return { sentence: OWN_WORDS[news.deed], words: excerpt(news.reason) };
    case "settled":
      return { sentence: `What became of it: ${news.outcome}.`, words: excerpt(news.reason) };
    case "landed":
      return { sentence: `It can be read: ${news.outcome}.`, words: "" };
  }
}

const excerpt = (text: string) =>
  text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()} …` : text;
