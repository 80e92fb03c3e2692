import { expect, it } from "vitest";
import { slugOf } from "./slug-of";

it.each([
  ["How our assistant behaves", "how-our-assistant-behaves"],
  ["  Règles d’usage – 2026 ", "regles-d-usage-2026"],
  ["模型规范", ""],
  ["a".repeat(59) + " b", "a".repeat(59)],
])("proposes an address for %j", (title, slug) => expect(slugOf(title)).toBe(slug));
