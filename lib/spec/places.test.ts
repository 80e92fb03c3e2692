import { describe, expect, it } from "vitest";
import { isFreeLabel } from "./places";

describe("isFreeLabel", () => {
  it.each(["2026-03-10", "1.4.0", "v2", "spring", "feed-2", "1.0.jsonx"])("%s is free", (label) => {
    expect(isFreeLabel(label)).toBe(true);
  });

  it.each([
    "releases",
    "Releases",
    "feedback",
    "compare",
    "feed",
    "feed.xml",
    "latest",
    "llms.txt",
  ])("%s is a page of its own", (label) => {
    expect(isFreeLabel(label)).toBe(false);
  });

  it.each(["1.0.json", "v2.md", "2.XML"])("%s would be read as the data of another", (label) => {
    expect(isFreeLabel(label)).toBe(false);
  });
});
