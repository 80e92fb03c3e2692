// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { applyTheme, themeFrom } from "./theme";

beforeEach(() => applyTheme("system", document));

test.each([
  ["dark", "dark"],
  ["light", "light"],
  ["system", "system"],
  ["pink", "system"],
  [undefined, "system"],
])("the cookie %s means %s", (cookie, theme) => {
  expect(themeFrom(cookie)).toBe(theme);
});

test("a chosen theme shows at once and is remembered", () => {
  applyTheme("dark", document);
  expect(document.documentElement.dataset.theme).toBe("dark");
  expect(document.cookie).toBe("theme=dark");
  // Where pages for readers look.
  expect(localStorage.getItem("theme")).toBe("dark");
});

test("going back to the system's theme leaves no trace", () => {
  applyTheme("dark", document);
  applyTheme("system", document);
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(document.cookie).toBe("");
  expect(localStorage.getItem("theme")).toBeNull();
});
