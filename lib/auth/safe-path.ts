// A base that exists nowhere: whatever still points to it after resolving is a path of this site.
const NOWHERE = "https://nowhere.invalid";

/**
 * Where to go after signing in, taken from `?next=`. Only a path of this site is kept: anything that a
 * browser could read as another origin, or as a script, becomes the fallback. Otherwise a link to our
 * sign-in page could end on somebody else's copy of it.
 */
export function safePath(next: unknown, fallback = "/"): string {
  if (typeof next !== "string" || next.length > 2_000) return fallback;
  // Browsers drop tabs and line ends and read a backslash as a slash, so none may be there at all.
  if (!next.startsWith("/") || /[\\\p{Cc}]/u.test(next)) return fallback;
  const url = URL.parse(next, NOWHERE);
  if (url?.origin !== NOWHERE) return fallback;
  const path = url.pathname + url.search + url.hash;
  // Resolving can lay a second slash bare ("/.//evil"), also where it was written in percent code.
  return /^\/+(\/|%2f|%5c)/i.test(path) ? fallback : path;
}

/** `/sign-in?next=…` for somebody who wanted to see a path. */
export function signInPath(next: string): string {
  const path = safePath(next);
  return path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}
