import { describe, expect, it } from "vitest";
import { cleanText, commentParagraphs, linkCount } from "./comment-text";
import { HOSTILE_TEXTS } from "./testing/hostile-texts";

const flat = (text: string) => commentParagraphs(text).flat(2);
const links = (text: string) => flat(text).flatMap(({ href }) => href ?? []);

describe("commentParagraphs", () => {
  it("splits paragraphs and lines", () => {
    expect(commentParagraphs("a\nb\n\n\n\nc")).toEqual([
      [[{ text: "a" }], [{ text: "b" }]],
      [[{ text: "c" }]],
    ]);
  });

  it.each([
    ["see https://example.org.", ["https://example.org/"]],
    ["(https://example.org/a_(b))", ["https://example.org/a_(b)"]],
    ["<https://example.org/>", ["https://example.org/"]],
    ['"https://example.org/?q=1"', ["https://example.org/?q=1"]],
    ["http://a.example, https://b.example;", ["http://a.example/", "https://b.example/"]],
    ["javascript:alert(1) data:text/html,x", []],
    ["https://user:secret@example.org/", []],
    ["https://localhost/", []],
    ["https://", []],
    ["xhttps://example.org", []],
  ])("finds in %j the links %j", (text, expected) => {
    expect(links(text)).toEqual(expected);
    expect(linkCount(text)).toBe(expected.length);
  });

  it("loses no letter", () => {
    const text = "One https://example.org/a, two (https://example.org/b).";
    expect(
      flat(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });

  it("shows where a link leads that is written in look-alike letters", () => {
    expect(links("https://ехample.org/")[0]).toContain("xn--");
  });

  it("takes linear time on long words", () => {
    const before = performance.now();
    flat("https://example.org/".padEnd(400_000, "a.,)("));
    flat("http://".repeat(50_000));
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe("cleanText", () => {
  it("takes away what hides or turns text", () => {
    expect(cleanText("a\u202Eb\u200Bc\u0000d\r\ne\uD800")).toBe("abc d\ne");
    expect(cleanText("e" + "\u0301".repeat(50)).length).toBeLessThanOrEqual(6);
  });

  it("keeps emoji, joiners and other scripts", () => {
    const text = "👩‍👩‍👧 नमस्ते می‌خواهم 한국어";
    expect(cleanText(text)).toBe(text.normalize("NFC"));
  });
});

/** QUALITY H9: what a page prints of them is text and links of the web, nothing else. */
describe("hostile texts", () => {
  it("are at least two hundred, all different", () => {
    expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThanOrEqual(200);
  });

  it.each(HOSTILE_TEXTS)("%j gives no address but of the web", (text) => {
    for (const { href } of flat(text)) {
      if (href === undefined) continue;
      expect(new URL(href).protocol).toMatch(/^https?:$/);
      expect(href).not.toMatch(/[<>"'`\s]/);
    }
  });
});
