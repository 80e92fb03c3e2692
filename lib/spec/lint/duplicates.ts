import { exampleViews, type ExampleView } from "../examples";
import type { Section } from "../section-tree";
import type { Observation, Rule } from "./rule";

export const duplicateId: Rule = {
  id: "duplicate-id",
  severity: "error",
  reason: "A link can lead to one place only.",
  *check({ tree }) {
    const withId = tree.sections.filter((section) => section.id !== null);
    for (const section of repeats(withId, ({ id }) => id!)) {
      const message = `Another section above is called #${section.id}, too. Choose a different id.`;
      yield { message, uid: section.uid, section };
    }
  },
};

export const duplicateTitle: Rule = {
  id: "duplicate-title",
  severity: "warning",
  reason: "Two things of the same name are mistaken for each other.",
  *check({ tree, examples, document }) {
    const titled = tree.sections.filter((section) => section.title !== "");
    for (const section of repeats(titled, siblingTitle)) yield observed(section, section);
    yield* repeatedExamples(examples);
    for (const { id: prompts, content } of document.prompts) {
      for (const found of repeatedExamples(exampleViews(content))) yield { ...found, prompts };
    }
  },
};

/** Sections of one name are confusing side by side; "Overview" in two chapters is not. */
function siblingTitle({ title, parent }: Section): string {
  return `${parent?.index ?? ""} ${title}`;
}

function* repeatedExamples(examples: readonly ExampleView[]): Iterable<Observation> {
  const titled = examples.filter(({ title }) => title !== "");
  for (const view of repeats(titled, ({ title }) => title)) yield observed(view, view.section);
}

function observed({ title, uid }: { title: string; uid: string | null }, section: Section | null) {
  return { message: `"${title}" is the title of something else above, too.`, uid, section };
}

/** Everything whose key came up before. */
function repeats<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const known = seen.has(key(item));
    seen.add(key(item));
    return known;
  });
}
