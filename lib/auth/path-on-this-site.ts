import { safePath } from "./safe-path";
import { siteOrigin } from "./settings";

/** The path of an address that next-auth made absolute; "/" for any other site. */
export function pathOnThisSite(url: string | null | undefined): string {
  const origin = siteOrigin();
  if (url === origin) return "/";
  return safePath(url?.startsWith(`${origin}/`) ? url.slice(origin.length) : url);
}
