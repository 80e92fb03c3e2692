import { describe, expect, it } from "vitest";
import { directionOf, typeset, Typesetter } from "./typesetter";

describe("typeset", () => {
  it.each([
    ["one --- two", "one — two"],
    ["1997--2004", "1997–2004"],
    ["a -- b", "a -- b"],
    ["wait...", "wait…"],
    ["....", "...."],
    ['She said "no".', "She said “no”."],
    ["it's the users' own", "it’s the users’ own"],
    ["('quoted')", "(‘quoted’)"],
    ["\"'Nested' words\"", "“‘Nested’ words”"],
    ["“already set”", "“already set”"],
    ["", ""],
  ])("sets %j as %j", (source, set) => expect(typeset(source)).toBe(set));

  it("turns a quote by what stands before it, also in another node", () => {
    const typesetter = new Typesetter();
    expect(typesetter.set('"')).toBe("“");
    expect(typesetter.set("bold")).toBe("bold");
    expect(typesetter.set('" and so on')).toBe("” and so on");
  });

  it("closes a quote after a formula or a piece of code", () => {
    const typesetter = new Typesetter();
    typesetter.set('"');
    typesetter.skip();
    expect(typesetter.set('"')).toBe("”");
  });
});

describe("directionOf", () => {
  it("follows the first letter", () => {
    expect(directionOf("12 שלום")).toBe("rtl");
    expect(directionOf("مرحبا hello")).toBe("rtl");
    expect(directionOf("hello שלום")).toBeUndefined();
    expect(directionOf("…")).toBeUndefined();
  });
});
