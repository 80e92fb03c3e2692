import { createHash, randomBytes } from "node:crypto";

/** A secret for a one-time link: 256 bits, in letters that survive mail and chat programs. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret. Fast hashing is enough: the secret is random, not chosen by a person. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");
