import { expect, test } from "vitest";
import { absoluteTime, relativeTime } from "./relative-time";

const NOW = new Date("2026-11-23T12:00:00Z");

test.each([
  ["2026-11-23T12:00:00Z", "just now"],
  ["2026-11-23T11:59:01Z", "just now"],
  ["2026-11-23T11:59:00Z", "1 minute ago"],
  ["2026-11-23T10:00:01Z", "1 hour ago"],
  ["2026-11-23T10:00:00Z", "2 hours ago"],
  ["2026-11-20T12:00:00Z", "3 days ago"],
  ["2026-11-16T12:00:00Z", "1 week ago"],
  ["2026-10-23T12:00:00Z", "1 month ago"],
  ["2024-11-22T12:00:00Z", "2 years ago"],
  ["2026-11-23T14:30:00Z", "in 2 hours"],
  ["2026-11-30T12:00:00Z", "in 1 week"],
])("%s is %s", (at, words) => {
  expect(relativeTime(new Date(at), NOW)).toBe(words);
});

test("a date is in full, and in UTC wherever the reader is", () => {
  expect(absoluteTime(new Date("2026-11-23T23:30:00-05:00"))).toBe("24 November 2026");
});

test("a precise date says which clock it follows", () => {
  expect(absoluteTime(new Date("2026-02-03T04:05:59Z"), true)).toBe("3 February 2026, 04:05 UTC");
});
