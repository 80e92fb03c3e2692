/**
 * An address as a link may carry it: `#id`, a path of this site, `http(s)` or `mailto`. Everything
 * else (`javascript:`, `data:`, an unknown scheme) is null and shows as plain words. Every renderer of
 * ours asks this one function, because a document may hold any text as an address.
 */
export function safeHref(href: string): string | null {
  // Browsers drop tabs, line ends and control characters inside a scheme; so does this look.
  const bare = href.replaceAll(
    /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\ufeff]/g,
    "",
  );
  if (bare === "") return null;
  // `//host` and `/\host` lead to another site without saying so.
  if (/^[/\\]{2}/.test(bare)) return null;
  const scheme = /^([^/?#\\]*?):/.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return href.trim();
  return SAFE_SCHEMES.has(scheme) ? href.trim() : null;
}

const SAFE_SCHEMES = new Set(["http", "https", "mailto"]);

/** Whether a link leads out of the page it stands on. */
export const isExternal = (href: string): boolean => /^(https?|mailto):/i.test(href.trim());
