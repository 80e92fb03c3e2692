import { describe, expect, it } from "vitest";
import { canonicalHash, canonicalJson, NotCanonical } from "./canonical-json";

describe("canonicalJson", () => {
  it("orders keys by UTF-16 code units, whatever order they came in", () => {
    const mixed = { b: 1, a: 2, "\u20ac": 3, "\r": 4, "\ud83d\ude00": 5, "\ufb33": 6 };
    expect(canonicalJson(mixed)).toBe(
      '{"\\r":4,"a":2,"b":1,"\u20ac":3,"\ud83d\ude00":5,"\ufb33":6}',
    );
  });

  it("writes numbers as ECMAScript does", () => {
    expect(canonicalJson([1e21, 0.000001, -0, 4.5, 1e-7])).toBe("[1e+21,0.000001,0,4.5,1e-7]");
  });

  it.each([
    ["undefined", { a: undefined }],
    ["a date", { a: new Date(0) }],
    ["a bigint", { a: 1n }],
    ["not a number", { a: Number.NaN }],
    ["half a surrogate pair", { a: "\ud800" }],
    ["half a surrogate pair in a key", { "\udc00": 1 }],
  ])("refuses %s and says where", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical);
    expect(() => canonicalJson(value)).toThrow(/\$/);
  });
});

describe("canonicalHash", () => {
  it("is the SHA-256 of the canonical bytes", async () => {
    // printf '{}' | sha256sum
    expect(await canonicalHash({})).toBe(
      "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    );
  });
});
