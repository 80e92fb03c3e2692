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
});

test("going back to the system's theme leaves no mark and no cookie", () => {
  applyTheme("dark", document);
  applyTheme("system", document);
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(document.cookie).toBe("");
});
