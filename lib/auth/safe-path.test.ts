import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safePath, signInPath } from "./safe-path";

describe("safePath", () => {
  it.each(["/", "/account", "/w/a-spec/edit?mode=read#clause", "/a%20b", "/x?next=//evil.example"])(
    "keeps %s",
    (path) => expect(safePath(path)).toBe(path),
  );

  it.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "/%2f/evil.example",
    "/%5cevil.example",
    "/%2F%2Fevil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "",
    undefined,
    null,
    ["/account"],
    `/${"a".repeat(2_001)}`,
  ])("turns %j into the fallback", (next) => expect(safePath(next, "/home")).toBe("/home"));

  it("never leaves the site, whatever is written", () => {
    const piece = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "evil.example",
      "@",
      ":",
      "?",
      "#",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const path = safePath(pieces.join(""));
        const origin = "https://precept.example";
        expect(new URL(path, origin).origin).toBe(origin);
        expect(new URL(decodeURIComponent(path.split(/[?#]/)[0] ?? ""), origin).origin).toBe(
          origin,
        );
      }),
    );
  });
});

describe("signInPath", () => {
  it("remembers where one was going", () => {
    expect(signInPath("/account?tab=1")).toBe("/sign-in?next=%2Faccount%3Ftab%3D1");
    expect(signInPath("//evil.example")).toBe("/sign-in");
  });
});
