import { expect, test } from "vitest";
import { currentHref } from "./side-navigation";

const PLACES = ["/w/kindness", "/w/kindness/edit", "/w/kindness/releases"];

test.each([
  ["/w/kindness", "/w/kindness"],
  ["/w/kindness/edit", "/w/kindness/edit"],
  ["/w/kindness/releases/4", "/w/kindness/releases"],
  ["/w/kindness/editor-notes", "/w/kindness"],
  ["/w/kindnesses", undefined],
])("on %s, the marked place is %s", (pathname, place) => {
  expect(currentHref(pathname, PLACES)).toBe(place);
});
