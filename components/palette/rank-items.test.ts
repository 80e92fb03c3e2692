import { expect, test } from "vitest";
import type { PaletteItem, PaletteSection } from "./palette-item";
import { rankItems } from "./rank-items";

const item = (
  label: string,
  section: PaletteSection = "actions",
  keywords?: string,
): PaletteItem => ({
  id: label,
  section,
  label,
  keywords,
});

const labels = (query: string, local: PaletteItem[], found: PaletteItem[] = []) =>
  rankItems(query, local, found).map(({ section, items }) => [
    section,
    ...items.map((ranked) => ranked.item.label),
  ]);

test("without a query all local items stay in the order given", () => {
  expect(labels("", [item("Zoo"), item("Ant")])).toEqual([["actions", "Zoo", "Ant"]]);
});

test("sections come in a fixed order, and empty ones are left out", () => {
  expect(labels("a", [item("All", "specs")], [item("Also", "clauses")])).toEqual([
    ["specs", "All"],
    ["clauses", "Also"],
  ]);
});

test("other words for an item find it", () => {
  expect(labels("dark", [item("Change theme", "actions", "dark light")])).toEqual([
    ["actions", "Change theme"],
  ]);
});

test("what the search found keeps its order, even where letters do not match", () => {
  const found = [item("Second thoughts", "clauses"), item("Honesty", "clauses")];
  expect(labels("truth", [], found)).toEqual([["clauses", "Second thoughts", "Honesty"]]);
});

test("the same item is shown once", () => {
  expect(labels("care", [item("Care", "specs")], [item("Care", "specs")])).toEqual([
    ["specs", "Care"],
  ]);
});
