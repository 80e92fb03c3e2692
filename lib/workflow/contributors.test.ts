import { describe, expect, it } from "vitest";
import { contributorsOf, contributorsToAll } from "./contributors";
import { WHOLE, type ChangedPart } from "./parts";

const part = (key: string, more: Partial<ChangedPart> = {}) =>
  ({ key, became: "changed", reordered: [], ...more }) as ChangedPart;
const who = (...args: Parameters<typeof contributorsOf>) =>
  Object.fromEntries([...contributorsOf(...args)].map(([key, authors]) => [key, [...authors]]));

describe("contributors", () => {
  const parts = [part(WHOLE), part("a"), part("new", { became: "added" })];
  const present = new Set([WHOLE, "a", "b", "new"]);

  it("are those who touched the part", () => {
    const contributions = [
      { authorId: "ana", touched: ["a"] },
      { authorId: "ben", touched: ["b", "new"] },
    ];
    expect(who(parts, contributions, present)).toEqual({ [WHOLE]: [], a: ["ana"], new: ["ben"] });
  });

  it("are everybody's for who brought the first text", () => {
    expect(who(parts, [{ authorId: "ana", touched: [] }], present)).toEqual({
      [WHOLE]: ["ana"],
      a: ["ana"],
      new: ["ana"],
    });
  });

  it("follow words out of a section that is gone into those that are new", () => {
    expect(who(parts, [{ authorId: "ana", touched: ["gone"] }], present)).toEqual({
      [WHOLE]: [],
      a: [],
      new: ["ana"],
    });
  });

  it("count for the whole when they moved a section among its neighbours", () => {
    const moved = [part(WHOLE, { reordered: ["b"] })];
    expect(who(moved, [{ authorId: "ana", touched: ["b"] }], present)).toEqual({
      [WHOLE]: ["ana"],
    });
  });

  it("count for everything where a spec is strict", () => {
    const some = contributorsOf(parts, [{ authorId: "ana", touched: ["a"] }], present);
    expect([...contributorsToAll(some).values()].every((authors) => authors.has("ana"))).toBe(true);
  });
});
