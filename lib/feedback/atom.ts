/** One entry of a feed; every text is plain. */
export interface AtomEntry {
  /** A path of ours; also what identifies the entry, for ever. */
  path: string;
  title: string;
  author: string;
  at: string;
  body: string;
}

/**
 * An Atom feed (RFC 4287) with text content only: whatever people wrote stays the letters it is.
 *
 * @param origin Scheme and host of this site.
 * @param path Of the feed itself.
 */
export function atomFeed(
  origin: string,
  path: string,
  { title, page, entries }: { title: string; page: string; entries: readonly AtomEntry[] },
): string {
  const updated = entries.reduce(
    (last, { at }) => (at > last ? at : last),
    "1970-01-01T00:00:00.000Z",
  );
  const items = entries.map(
    ({ path: own, title: name, author, at, body }) => `<entry>
<id>${escape(origin + own)}</id>
<title>${escape(name)}</title>
<updated>${escape(at)}</updated>
<author><name>${escape(author)}</name></author>
<link href="${escape(origin + own)}"/>
<content type="text">${escape(body)}</content>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escape(origin + path)}</id>
<title>${escape(title)}</title>
<updated>${updated}</updated>
<link rel="self" href="${escape(origin + path)}"/>
<link rel="alternate" type="text/html" href="${escape(origin + page)}"/>
${items.join("\n")}
</feed>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** XML 1.0 knows no control characters and no lone surrogates, not even escaped. */
const escape = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
