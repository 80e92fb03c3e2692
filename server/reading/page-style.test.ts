import { describe, expect, it } from "vitest";
import { readStyle, styleOf } from "./page-style";

const style = (css: string, html = "") => styleOf(readStyle(css), html);

describe("the style of a page", () => {
  it("keeps rules of elements and attributes, and those whose classes are on the page", () => {
    expect(style("a{top:0}[hidden]{top:1px}.on{top:2px}.off{top:3px}", "<p class=on>")).toBe(
      "a{top:0}[hidden]{top:1px}.on{top:2px}",
    );
  });

  it("keeps of a list of selectors those that can meet something", () => {
    expect(style(".on,.off,p .off>a{top:0}", '<p class="x on">')).toBe(".on{top:0}");
    expect(style(".on .off{top:0}", "<p class=on>")).toBe("");
  });

  it("does not decide by what may be missing", () => {
    const css = ".on:not(.off){top:0}.on>:is(.off,a){top:1px}";
    expect(style(css, "<p class=on>")).toBe(css);
  });

  it("leaves out groups that became empty, and keeps statements", () => {
    expect(style("@layer a,b;@media print{.off{top:0}}@layer a{@media print{p{top:0}}}")).toBe(
      "@layer a,b;@layer a{@media print{p{top:0}}}",
    );
  });

  it("is not led astray by braces and commas inside of quotes and brackets", () => {
    const css = 'p::before{content:"}{"}:is(a,b):hover{background:url("data:x,{}")}';
    expect(style(css)).toBe(css);
  });

  it("leaves out variables that nothing reads any more", () => {
    expect(style(":root{--a:var(--b);--b:1px;--c:2px}.off{top:var(--a)}p{top:var(--c)}")).toBe(
      ":root{--c:2px}p{top:var(--c)}",
    );
  });

  it("refuses a sheet with an open brace", () => {
    expect(() => readStyle("p{top:0")).toThrow(RangeError);
  });
});
