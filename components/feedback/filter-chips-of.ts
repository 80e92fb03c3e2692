import type { FilterWords } from "./filter-words";

/** A choice, its name and its words, and where it is not made. */
export interface FilterChip {
  name: keyof FilterWords;
  label: string;
  value: string;
  href: string;
}

export interface FilterField {
  name: keyof FilterWords;
  label: string;
  /** What can be chosen. The first one, with an empty value, is no choice. */
  options: readonly { value: string; words: string }[];
}

/**
 * The choices that are made, in the order of their fields.
 *
 * @param action The address of the list. A state that is taken away stays in the address as an empty one:
 * without any, the inbox shows what is open.
 */
export function filterChipsOf(
  action: string,
  values: FilterWords,
  fields: readonly FilterField[],
): FilterChip[] {
  return fields.flatMap(({ name, label, options }) => {
    const value = values[name];
    if (!value) return [];
    const words = options.find((option) => option.value === value)?.words ?? value;
    return [{ name, label, value: words, href: hrefWithout(action, values, name) }];
  });
}

function hrefWithout(action: string, values: FilterWords, name: keyof FilterWords): string {
  const rest = { ...values, [name]: "" };
  const query = new URLSearchParams(
    Object.entries(rest).filter(([key, value]) => key === "status" || value),
  );
  return `${action}?${query}`;
}
