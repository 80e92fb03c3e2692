import type { Mail } from "./send-mail";

interface Words {
  lines: readonly string[];
  link?: { url: string; words: string };
  end: string;
}

/** A mail of plain paragraphs with at most one link, as text and as HTML. */
export function compose(to: string, subject: string, { lines, link, end }: Words): Mail {
  const text = [...lines, ...(link ? [`${link.words}:\n${link.url}`] : []), end].join("\n\n");
  const paragraphs = [
    ...lines.map((line) => paragraph(escape(line))),
    ...(link ? [paragraph(`<a href="${escape(link.url)}">${escape(link.words)}</a>`)] : []),
    paragraph(escape(end)),
  ];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>${paragraphs.join("")}</body></html>`;
  return { to, subject, text: `${text}\n`, html };
}

const paragraph = (html: string) => `<p>${html}</p>`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
