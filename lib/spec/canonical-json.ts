/**
 * The one canonical form of a value, and its hash.
 *
 * The form is that of RFC 8785 (JSON Canonicalization Scheme): no white space, the keys of every
 * object in the order of their UTF-16 code units, strings and numbers as ECMAScript writes them.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A value that has no canonical form, with the path to the offending part. */
export class NotCanonical extends TypeError {
  override name = "NotCanonical";
}

/**
 * Writes a value in canonical form.
 *
 * @param value JSON data: no undefined, functions, dates, bigints, NaN, infinities or lone surrogates
 *   (they have no interoperable JSON form, and two readers would hash them differently).
 * @returns Canonical JSON text.
 * @throws NotCanonical when a part of the value is no JSON data.
 */
export function canonicalJson(value: unknown): string {
  return write(value, "$");
}

/** Lower-case hex SHA-256 of the canonical form of a value. */
export async function canonicalHash(value: unknown): Promise<string> {
  return sha256Hex(new TextEncoder().encode(canonicalJson(value)));
}

/** Lower-case hex SHA-256 of bytes, by the Web Crypto that browsers and Node share. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value, path);
  if (typeof value === "number") return writeNumber(value, path);
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => write(item, `${path}[${index}]`)).join(",")}]`;
  }
  if (isPlainObject(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${writeString(key, path)}:${write(value[key], `${path}.${key}`)}`).join(",")}}`;
  }
  throw new NotCanonical(`${path} is ${describe(value)}, which has no canonical JSON form.`);
}

function writeString(text: string, path: string): string {
  if (!text.isWellFormed()) throw new NotCanonical(`${path} holds half of a surrogate pair.`);
  return JSON.stringify(text);
}

function writeNumber(number: number, path: string): string {
  if (!Number.isFinite(number))
    throw new NotCanonical(`${path} is ${number}, which JSON cannot say.`);
  return JSON.stringify(number);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function describe(value: unknown): string {
  return typeof value === "object"
    ? `a ${value?.constructor?.name ?? "strange object"}`
    : `a ${typeof value}`;
}
