import type { Change, ChangeClass, ChangeKind } from "@/lib/diff/change";

/** What people ask about first, in this order. */
export const CHANGE_GROUPS = [
  "authority",
  "sections",
  "text",
  "examples",
  "references",
  "prompts",
] as const;

export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

export const GROUP_NAMES: Record<ChangeGroup, string> = {
  authority: "Authority",
  sections: "Sections",
  text: "Text",
  examples: "Examples",
  references: "References",
  prompts: "Evaluation prompts",
};

export const CLASS_NAMES: Record<ChangeClass, string> = {
  normative: "Normative",
  editorial: "Editorial",
  typographic: "Typographic",
};

export const CHANGE_CLASSES = Object.keys(CLASS_NAMES) as ChangeClass[];

/** The group that a kind of change is counted in. */
export function groupOf(kind: ChangeKind): ChangeGroup {
  if (kind === "section.authority") return "authority";
  const [noun] = kind.split(".") as [string];
  return GROUP_OF_NOUN[noun] ?? "text";
}

const GROUP_OF_NOUN: Record<string, ChangeGroup> = {
  level: "authority",
  section: "sections",
  spec: "sections",
  example: "examples",
  response: "examples",
  message: "examples",
  unit: "text",
  sentence: "text",
  xref: "references",
  link: "references",
  marker: "prompts",
  prompts: "prompts",
};

/** How many changes of each group there are. What another change sums up is not counted again. */
export function countByGroup(changes: readonly Change[]): Record<ChangeGroup, number> {
  const counts = Object.fromEntries(CHANGE_GROUPS.map((group) => [group, 0])) as Record<
    ChangeGroup,
    number
  >;
  for (const { kind, partOf } of changes) if (partOf === null) counts[groupOf(kind)] += 1;
  return counts;
}

/** What a reader sees beside a change: a few words. What it was and is stands in the text. */
export const KIND_WORDS: Record<ChangeKind, string> = {
  "section.added": "New section",
  "section.removed": "Section removed",
  "section.renamed": "New id",
  "section.retitled": "New title",
  "section.moved": "Moved",
  "section.reordered": "New order",
  "section.merged": "Merged",
  "section.split": "Split",
  "section.authority": "Authority",
  "section.tags": "Tags",
  "section.level": "Depth",
  "section.attributes": "Attributes",
  "level.renamed": "Level renamed",
  "level.added": "New level",
  "level.removed": "Level removed",
  "level.changed": "Level changed",
  "example.added": "New example",
  "example.removed": "Example removed",
  "example.renamed": "Example renamed",
  "example.moved": "Example moved",
  "example.reordered": "Example reordered",
  "example.edited": "Example edited",
  "example.typography": "Typography",
  "response.added": "New response",
  "response.removed": "Response removed",
  "response.text": "Response edited",
  "response.verdict": "Verdict",
  "response.reason": "Reason",
  "response.violates": "Violated clause",
  "message.added": "New message",
  "message.removed": "Message removed",
  "message.edited": "Message edited",
  "unit.added": "Added",
  "unit.removed": "Removed",
  "unit.edited": "Edited",
  "unit.moved": "Moved",
  "unit.split": "Split",
  "unit.merged": "Merged",
  "unit.typography": "Typography",
  "sentence.moved": "Sentence moved",
  "marker.added": "Evaluation marker added",
  "marker.removed": "Evaluation marker removed",
  "marker.moved": "Evaluation marker moved",
  "xref.added": "Reference added",
  "xref.removed": "Reference removed",
  "link.added": "Link added",
  "link.removed": "Link removed",
  "link.changed": "Link changed",
  "prompts.added": "Prompts added",
  "prompts.removed": "Prompts removed",
  "prompts.edited": "Prompts edited",
  "spec.retitled": "New title of the spec",
};
