import type { InlineJson } from "@/lib/spec/block-json";
import { inheritedLevel } from "@/lib/spec/clauses";
import type { SpecDocument } from "@/lib/spec/document";
import { exampleViews, type ExampleView } from "@/lib/spec/examples";
import { sectionTree } from "@/lib/spec/section-tree";
import { printInline } from "./inline/print-inline";
import { PROFILES } from "./profile";

/** One example as other programs take it: one line of JSON. */
export interface ExampleLine {
  id: string;
  title: string;
  /** Of the spec that it comes from; null for a draft. */
  release: string | null;
  section: string | null;
  sectionTitle: string | null;
  /** Key of the authority level that its clause speaks with. */
  authority: string | null;
  sensitive: boolean;
  /** The marker whose evaluation prompts it is one of; null for examples in the text. */
  evaluation: string | null;
  conversation: { role: string; attributes: Record<string, string>; text: string }[];
  responses: {
    text: string;
    verdict: "GOOD" | "BAD" | "OK" | null;
    /** As Markdown. */
    reason: string | null;
    violates: string | null;
  }[];
}

/** All examples of a spec as JSON Lines, those of its evaluation prompts behind those of the text. */
export function examplesAsJsonLines(document: SpecDocument, release: string | null = null): string {
  return exampleLines(document, release)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
}

/** The same as values. */
export function exampleLines(document: SpecDocument, release: string | null = null): ExampleLine[] {
  const { levels, prompts, content } = document;
  const tree = sectionTree(content);
  const reasonText = (reason: readonly InlineJson[]) => {
    const context = { profile: PROFILES[document.profile], definitions: new Map() };
    return reason.length > 0 ? printInline(reason, context) : null;
  };
  const lineOf = (view: ExampleView, evaluation: string | null): ExampleLine => ({
    id: view.anchor,
    title: view.title,
    release,
    section: view.section?.id ?? null,
    sectionTitle: view.section?.title ?? null,
    authority: view.section ? (inheritedLevel(view.section, levels)?.key ?? null) : null,
    sensitive: view.sensitive,
    evaluation,
    conversation: view.messages.map(({ role, attributes, text }) => ({
      role,
      attributes: Object.fromEntries(attributes),
      text,
    })),
    responses: view.responses.map(({ text, verdict, reason, violates }) => ({
      text,
      verdict,
      reason: reasonText(reason),
      violates,
    })),
  });
  return [
    ...exampleViews(content, tree).map((view) => lineOf(view, null)),
    ...prompts.flatMap((file) => exampleViews(file.content).map((view) => lineOf(view, file.id))),
  ];
}
