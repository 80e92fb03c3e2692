import { cleanText } from "@/lib/feedback/comment-text";
import { newsWords, type News } from "@/lib/feedback/news";
import { compose } from "./compose";
import type { Mail } from "./send-mail";

export interface FeedbackMail {
  to: string;
  name: string;
  origin: string;
  news: readonly News[];
  stop: { page: string; post: string };
}

/** The mail that says what happened in feedback that somebody follows. It names nobody by address. */
export function feedbackMail({ to, name, origin, news, stop }: FeedbackMail): Mail {
  const count = news.length === 1 ? "1 thing is new" : `${news.length} things are new`;
  return compose(to, `${count} in feedback that you follow at ${new URL(origin).host}`, {
    lines: [`Good day${name ? `, ${name}` : ""}.`],
    items: news.map((one) => {
      const { sentence, words } = newsWords(one);
      return {
        title: `${one.spec.title}: ${one.section}`,
        lines: [sentence, ...(words ? [`“${oneLine(words)}”`] : [])],
        url: origin + one.path,
      };
    }),
    link: {
      url: `${origin}/account/feedback`,
      words: "What you follow, and how often you get mail",
    },
    end: "You get this because you said something there or chose to follow it.",
    stop,
  });
}

/** A mail is no place for the layout of others: their lines could look like ours. */
const oneLine = (text: string) => cleanText(text).replace(/\s*\n\s*/g, " / ");
