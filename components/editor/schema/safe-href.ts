const SCHEMES = new Set(["http:", "https:", "mailto:"]);

/**
 * An address that may be followed: a place in this spec (`#id`), a web page or a mail address.
 *
 * @returns Null for every other scheme, `javascript:` and its disguises first of all.
 */
export function safeHref(href: string): string | null {
  if (/^#[^\s]/.test(href)) return href;
  try {
    // With a base, an address without a scheme is one on a web page.
    const url = new URL(href, "https://base.invalid/");
    return SCHEMES.has(url.protocol) ? href : null;
  } catch {
    return null;
  }
}
