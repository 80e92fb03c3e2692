import type { LevelStyle } from "@/lib/spec/level-style";

/**
 * What a new spec can start from. Each template gives the authority levels, highest first; the
 * colours and shapes are names of the palette in lib/spec/level-style.ts.
 */

interface TemplateLevel extends LevelStyle {
  key: string;
  name: string;
  description: string;
  steerability: "fixed" | "explicit" | "implicit";
}

export interface SpecTemplate {
  key: string;
  name: string;
  description: string;
  levels: readonly TemplateLevel[];
}

const ROOT: TemplateLevel = {
  key: "root",
  name: "Root",
  description: "Holds always. Nobody can override it.",
  steerability: "fixed",
  colour: "crimson",
  shape: "lock-bar",
};
const SYSTEM: TemplateLevel = {
  key: "system",
  name: "System",
  description: "Set by the operator of the system, within what root allows.",
  steerability: "explicit",
  colour: "amber",
  shape: "double-bar",
};
const DEVELOPER: TemplateLevel = {
  key: "developer",
  name: "Developer",
  description: "Set by those who build on the system.",
  steerability: "explicit",
  colour: "violet",
  shape: "solid",
};
const USER: TemplateLevel = {
  key: "user",
  name: "User",
  description: "A default that the person in the conversation may change by asking.",
  steerability: "explicit",
  colour: "azure",
  shape: "dashed",
};
const GUIDELINE: TemplateLevel = {
  key: "guideline",
  name: "Guideline",
  description: "A habit that context alone may override.",
  steerability: "implicit",
  colour: "moss",
  shape: "dotted",
};

export const SPEC_TEMPLATES: readonly [SpecTemplate, ...SpecTemplate[]] = [
  {
    key: "blank",
    name: "Blank",
    description: "An empty spec with the usual five authority levels.",
    levels: [ROOT, SYSTEM, DEVELOPER, USER, GUIDELINE],
  },
  {
    key: "organisation",
    name: "House policy",
    description: "Three levels for a policy inside one organisation: binding, expected, advised.",
    levels: [
      {
        key: "binding",
        name: "Binding",
        description: "Must be followed. Exceptions need a new release.",
        steerability: "fixed",
        colour: "crimson",
        shape: "lock-bar",
      },
      {
        key: "expected",
        name: "Expected",
        description: "Followed unless a named person decides otherwise and writes down why.",
        steerability: "explicit",
        colour: "azure",
        shape: "solid",
      },
      {
        key: "advised",
        name: "Advised",
        description: "Good practice. Context decides.",
        steerability: "implicit",
        colour: "moss",
        shape: "dotted",
      },
    ],
  },
];
