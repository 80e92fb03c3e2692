import type { Mail } from "./send-mail";

/** A piece of a mail with an address of its own. */
export interface MailItem {
  title: string;
  lines: readonly string[];
  url: string;
}

interface Words {
  lines: readonly string[];
  items?: readonly MailItem[];
  link?: { url: string; words: string };
  end: string;
  /** The page that stops mail of this kind without signing in, and what takes the same by POST. */
  stop?: { page: string; post: string };
}

/** A mail of plain paragraphs, pieces and links, as text and as HTML. */
export function compose(
  to: string,
  subject: string,
  { lines, items = [], link, end, stop }: Words,
): Mail {
  const text = [
    ...lines,
    ...items.map(({ title, lines: own, url }) => [title, ...own, url].join("\n")),
    ...(link ? [`${link.words}:\n${link.url}`] : []),
    ...(stop ? [`${end}\nNo more of it:\n${stop.page}`] : [end]),
  ].join("\n\n");
  const paragraphs = [
    ...lines.map((line) => paragraph(escape(line))),
    ...items.map(({ title, lines: own, url }) =>
      paragraph([anchor(url, title), ...own.map(escape)].join("<br>")),
    ),
    ...(link ? [paragraph(anchor(link.url, link.words))] : []),
    paragraph(escape(end) + (stop ? `<br>${anchor(stop.page, "No more of it")}` : "")),
  ];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>${paragraphs.join("")}</body></html>`;
  const headers = stop
    ? {
        // RFC 8058: mail programs offer a button that sends a POST there.
        "List-Unsubscribe": `<${stop.post}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }
    : null;
  return { to, subject, text: `${text}\n`, html, ...(headers ? { headers } : {}) };
}

const paragraph = (html: string) => `<p>${html}</p>`;
const anchor = (url: string, words: string) => `<a href="${escape(url)}">${escape(words)}</a>`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
