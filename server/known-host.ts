import type { Env } from "@/lib/env";

/**
 * Whether a request was meant for us. A host that somebody else chose ends in links of mails, and a
 * foreign name that was pointed to 127.0.0.1 lets a web page read a server on the same machine.
 *
 * @param host The host of the request, with its port.
 */
export function isKnownHost(host: string, { APP_URL }: Pick<Env, "APP_URL">): boolean {
  if (host === hostOf(APP_URL)) return true;
  // Probes and people on this machine, whatever port is forwarded.
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host);
}

const hosts = new Map<string, string>();

/** There is one address, and every request asks for its host. */
function hostOf(url: string): string {
  const known = hosts.get(url) ?? new URL(url).host;
  hosts.set(url, known);
  return known;
}
