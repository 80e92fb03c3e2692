import { expect, it } from "vitest";
import { csv } from "./csv";
import { HOSTILE_TEXTS } from "./testing/hostile-texts";

it("quotes what needs quotes, and lets no cell begin a formula", () => {
  expect(csv([["a", 1, null, 'say "no"', "x,y", "=1+1", "-2", "@a", "+b"]])).toBe(
    `a,1,,"say ""no""","x,y",'=1+1,'-2,'@a,'+b\r\n`,
  );
});

it.each(HOSTILE_TEXTS.filter((text) => /^[=+\-@]/.test(text)))("%j runs nowhere", (text) => {
  expect(csv([[text]])).toMatch(/^"?'/);
});
