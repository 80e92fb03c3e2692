import { compose } from "./compose";
import type { Mail } from "./send-mail";

export interface InboxMail {
  to: string;
  name: string;
  origin: string;
  /** Where more of it is stopped without signing in. */
  stop: { page: string; post: string };
  items: readonly {
    words: string;
    specTitle: string;
    specSlug: string;
    number: number;
    label: string;
  }[];
}

/** The mail that says what waits for somebody. */
export function inboxMail({ to, name, origin, items, stop }: InboxMail): Mail {
  const count = `${items.length} ${items.length === 1 ? "thing waits" : "things wait"} for you`;
  const lines = items.map(
    ({ words, specTitle, specSlug, number, label }) =>
      `${specTitle}, ${label}: ${words}. ${origin}/w/${specSlug}/releases/${number}`,
  );
  return compose(to, `${count} at ${new URL(origin).host}`, {
    lines: [`Good day, ${name}.`, ...lines],
    link: { url: `${origin}/w/inbox`, words: "What waits for you" },
    end: "You get this when something new waits for you, and once a day as long as something does.",
    stop,
  });
}
