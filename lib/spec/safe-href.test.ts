import { describe, expect, it } from "vitest";
import { isExternal, safeHref } from "./safe-href";

describe("safeHref", () => {
  it.each([
    "#honest",
    "/marlow/2026-03",
    "https://example.org/a?b#c",
    "HTTP://example.org",
    "mailto:a@b.org",
    "a/b:c",
    "?x=1",
  ])("lets %s pass", (href) => expect(safeHref(href)).toBe(href));

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "unknown:x",
    "",
    " ",
  ])("refuses %j", (href) => expect(safeHref(href)).toBeNull());

  it("knows what leads elsewhere", () => {
    expect(isExternal("https://example.org")).toBe(true);
    expect(isExternal("#here")).toBe(false);
  });
});
