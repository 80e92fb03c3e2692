import { describe, expect, it } from "vitest";
import { resolve, type Ledger, type LedgerEvent } from "./ledger";

const at = (release: string) => ({ release, revision: null });
const renamed = (from: string, to: string, release = "r2"): LedgerEvent => ({
  kind: "renamed",
  from,
  to,
  ...at(release),
});
const successors = (ledger: Ledger, id: string, ...rest: [string?, string[]?]) =>
  resolve(ledger, id, ...rest).successors;

describe("resolve", () => {
  it("leaves an id alone that nothing happened to", () => {
    expect(resolve([renamed("a", "b")], "c")).toEqual({ successors: ["c"], trail: [] });
  });

  it("follows a chain of renames", () => {
    expect(successors([renamed("a", "b"), renamed("b", "c", "r3")], "a")).toEqual(["c"]);
  });

  it("follows a split, then a merge of the halves", () => {
    const ledger: Ledger = [
      { kind: "split", from: "a", to: ["b", "c"], ...at("r2") },
      { kind: "merged", from: ["b", "c", "d"], to: "e", ...at("r3") },
    ];
    expect(successors(ledger, "a")).toEqual(["e"]);
    expect(successors(ledger, "a", "r1", ["r1", "r2", "r3"])).toEqual(["e"]);
  });

  it("keeps the trail of a clause that moved and was retired", () => {
    const ledger: Ledger = [
      { kind: "moved", id: "a", from: "x", to: "y", ...at("r2") },
      { kind: "retired", id: "a", reason: "said elsewhere", ...at("r3") },
    ];
    expect(resolve(ledger, "a")).toEqual({ successors: [], trail: ledger });
  });

  it("ends when ids were swapped back and forth", () => {
    const ledger = [renamed("a", "b"), renamed("b", "a", "r3"), renamed("a", "b", "r4")];
    expect(successors(ledger, "a")).toEqual(["b"]);
  });

  it("counts only what happened after the release the id was read in", () => {
    const ledger = [renamed("a", "b", "r2"), renamed("c", "a", "r2"), renamed("a", "d", "r4")];
    expect(successors(ledger, "a", "r2")).toEqual(["d"]);
    expect(successors(ledger, "a", "r3", ["r1", "r2", "r3", "r4"])).toEqual(["d"]);
    expect(successors(ledger, "a", "r1", ["r1", "r2", "r3", "r4"])).toEqual(["b"]);
  });
});
