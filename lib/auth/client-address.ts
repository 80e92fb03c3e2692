import { isIPv4, isIPv6 } from "node:net";

/**
 * The header in which server.ts tells Next the address of the client. It overwrites whatever a client
 * sent under this name, so what stands here was seen by us.
 */
export const ADDRESS_HEADER = "x-precept-client-address";

/**
 * The address of a client, for limits.
 *
 * @param peer Who is connected to us.
 * @param forwardedFor The X-Forwarded-For header: proxies append, so the right end is the trustworthy one.
 * @param proxies How many proxies of ours stand in front; 0 ignores the header, for anybody can write it.
 * @returns The address, IPv6 cut to its /64 (one customer has at least that many), or "unknown".
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: number,
): string {
  const chain = [...(forwardedFor ?? "").split(","), peer ?? ""].map((part) => part.trim());
  const at = Math.max(0, chain.length - 1 - proxies);
  return normalized(chain[at] || chain.at(-1) || "");
}

/** The address that server.ts noted on a request. */
export const addressOf = (headers: Headers): string => headers.get(ADDRESS_HEADER) ?? "unknown";

function normalized(address: string): string {
  const bare = address.replace(/^\[|\](:\d+)?$/g, "").replace(/^::ffff:(?=[\d.]+$)/i, "");
  if (isIPv4(bare)) return bare;
  const v4 = bare.replace(/:\d+$/, "");
  if (isIPv4(v4)) return v4;
  return isIPv6(bare) ? network64(bare) : "unknown";
}

function network64(address: string): string {
  const [head = "", tail] = address.split("%")[0]?.split("::") ?? [];
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  const groups = [...left, ...gap, ...right].map((group) => parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(":")}::/64`;
}
