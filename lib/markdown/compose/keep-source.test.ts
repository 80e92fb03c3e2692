import { expect, it } from "vitest";
import { keepSource } from "./keep-source";

it.each([
  ["_a_ b _c_", "*a* b *c*", "*a* x *c*", "_a_ x _c_"],
  ["_a_ b _c_", "*a* b *c*", "*a* b new *c*", "_a_ b new _c_"],
  ["a \nb &quot;c&quot;\nd", 'a\nb "c"\nd', 'a\nb "c" e\nd', "a \nb &quot;c&quot; e\nd"],
  ["a &gt; b", "a > b", "a > b", "a &gt; b"],
  ["a   b", "a b", "a c", "a c"],
  ["a", "a", "b", "b"],
])("%j, written %j, changed to %j, stays %j", (raw, before, after, expected) => {
  expect(keepSource(raw, before, after)).toBe(expected);
});
