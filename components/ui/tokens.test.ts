// The promise of readable colours, checked on the values themselves: a token that fails here would
// fail somebody's eyes. Ratios as WCAG 2.2 defines them (relative luminance, success criteria 1.4.3 and 1.4.11).
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { PERSON_COLOURS } from "@/lib/person-colour";

type Rgb = [number, number, number];
type Theme = "light" | "dark";

const TEXT = 4.5;
const EDGE = 3;
const THEMES: Theme[] = ["light", "dark"];
const SURFACES = ["surface", "raised", "sunken"];
const WASHES = ["accent", "positive", "caution", "negative"];

const tokens = readTokens();
const LEVELS = [...tokens.keys()].filter((name) => /^level-[a-z]+$/.test(name));
const FILLS = [...tokens.keys()].filter((name) => /^(?!on-).*-fill(-strong)?$/.test(name));

describe.each(THEMES)("in %s", (theme) => {
  const colour = (name: string) => lookUp(name)[theme];
  const ratio = (a: string, b: string) => contrast(colour(a), colour(b));

  test.each(
    ["ink", "ink-muted", "accent", "accent-strong", "positive", "caution", "negative"].flatMap(
      (text) => SURFACES.map((ground) => [text, ground] as const),
    ),
  )("%s reads on %s", (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(WASHES)("%s, ink and muted ink read on the wash of %s", (tone) => {
    for (const text of [tone, "ink", "ink-muted"]) {
      expect(ratio(text, `${tone}-wash`), text).toBeGreaterThanOrEqual(TEXT);
    }
  });

  test.each(FILLS)("words read on %s", (fill) => {
    expect(ratio("on-fill", fill)).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(FILLS.filter((fill) => !fill.endsWith("strong")))("%s stands out", (fill) => {
    expect(ratio(fill, "surface")).toBeGreaterThanOrEqual(EDGE);
  });

  test("ink and accent read on a highlight", () => {
    expect(ratio("ink", "mark-bg")).toBeGreaterThanOrEqual(TEXT);
    expect(ratio("accent", "mark-bg")).toBeGreaterThanOrEqual(TEXT);
  });

  test.each(SURFACES)("control edges and the focus ring stand out from %s", (ground) => {
    expect(ratio("line-strong", ground)).toBeGreaterThanOrEqual(EDGE);
    expect(ratio("focus", ground)).toBeGreaterThanOrEqual(EDGE);
  });

  test.each(LEVELS)("%s reads on every surface and on its own tint", (level) => {
    for (const ground of SURFACES) {
      expect(ratio(level, ground), ground).toBeGreaterThanOrEqual(TEXT);
      const tint = mix(colour(level), colour(ground), 0.1);
      expect(contrast(colour(level), tint), `tint on ${ground}`).toBeGreaterThanOrEqual(TEXT);
    }
  });
});

test.each(PERSON_COLOURS)("white initials read on %s", (hex) => {
  expect(contrast(parseHex("#ffffff"), parseHex(hex))).toBeGreaterThanOrEqual(TEXT);
});

test("the ratio of black on white is 21, as the standard says", () => {
  expect(contrast(parseHex("#000000"), parseHex("#ffffff"))).toBeCloseTo(21, 5);
});

function readTokens() {
  const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");
  const pattern = /--color-([a-z-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;
  return new Map(
    [...css.matchAll(pattern)].map(([, name = "", light = "", dark = ""]) => [
      name,
      { light: parseHex(light), dark: parseHex(dark) },
    ]),
  );
}

function lookUp(name: string) {
  const token = tokens.get(name);
  if (!token)
    throw new Error(`app/tokens.css has no --color-${name}: light-dark(#rrggbb, #rrggbb);`);
  return token;
}

function contrast(a: Rgb, b: Rgb) {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(rgb: Rgb) {
  const [r, g, b] = rgb.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function mix(top: Rgb, ground: Rgb, share: number) {
  return top.map((channel, i) => channel * share + (ground[i] ?? 0) * (1 - share)) as Rgb;
}

function parseHex(hex: string) {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}
