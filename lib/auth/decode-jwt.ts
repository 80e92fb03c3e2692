/**
 * The claims of a token that was checked before (next-auth verifies id tokens when it takes them).
 *
 * @returns An empty object for something that is no token.
 */
export function decodeJwt(token: string): Readonly<Record<string, unknown>> {
  const payload = token.split(".")[1];
  if (!payload) return {};
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  return typeof claims === "object" && claims !== null ? { ...claims } : {};
}
