import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { asciiMarkup } from "./ascii-markup";

const text = "Plain words, and again plain words. ".repeat(40);

const readBack = (html: string) => new JSDOM(html).window.document.documentElement.outerHTML;

describe("a page in ASCII", () => {
  it("says the same", () => {
    const html = `<!doctype html><title>Né ‘A’</title><p title="“é”">${text}“Naïve”, 1–2, 𝒳 and 👩‍👩‍👧.</p>`;
    const ascii = asciiMarkup(html);
    expect(ascii).toMatch(/^[\0-\x7f]*$/);
    expect(ascii).not.toBe(html);
    expect(readBack(ascii)).toBe(readBack(html));
  });

  it("leaves scripts and style alone, which know no references", () => {
    const raw = `<style>p::after{content:"–"}</style><script type="application/ld+json">{"a":"é"}</script>`;
    expect(asciiMarkup(`${raw}<p>${text}é</p>`)).toBe(`${raw}<p>${text}&#233;</p>`);
  });

  it("leaves a page in another script as it is", () => {
    const html = `<p>${"مبدأ ".repeat(40)}</p>`;
    expect(asciiMarkup(html)).toBe(html);
  });
});
