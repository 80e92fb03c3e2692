const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  copy: "©",
  reg: "®",
  trade: "™",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  times: "×",
  rarr: "→",
  larr: "←",
  deg: "°",
  sect: "§",
};

/**
 * What a reader sees of inline source that the model has no word for: an entity is the sign it stands
 * for, a tag or a comment of HTML is nothing (the words between tags are text of their own), anything
 * else is itself.
 */
export function rawInlineText(source: string): string {
  if (/^<br\s*\/?>$/i.test(source)) return "\n";
  if (/^<[!?/A-Za-z][\s\S]*>$/.test(source)) return "";
  const entity = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,10}));$/.exec(source);
  if (!entity) return source;
  const [, decimal, hex, name] = entity;
  if (name !== undefined) return NAMED[name] ?? source;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : source;
}
