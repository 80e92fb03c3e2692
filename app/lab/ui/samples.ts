import type { LevelLook } from "@/components/authority/level-look";

export const PERSON = { id: "ines", name: "Ines Okafor" };

export const PEOPLE = [
  PERSON,
  { id: "tomas", name: "Tomás Reyes" },
  { id: "yuki", name: "Yuki Tanaka" },
  { id: "bea", name: "Bea" },
  { id: "omar", name: "Omar El-Sayed" },
  { id: "li", name: "李 小龙" },
];

export const LEVELS: (LevelLook & { meaning: string })[] = [
  {
    name: "Root",
    shape: "lock-bar",
    colour: "crimson",
    meaning: "Holds always; nobody can change it.",
  },
  {
    name: "System",
    shape: "double-bar",
    colour: "violet",
    meaning: "Set by the maker, for all products.",
  },
  { name: "Developer", shape: "solid", colour: "azure", meaning: "A product may change it." },
  { name: "User", shape: "dashed", colour: "teal", meaning: "The person may change it." },
  {
    name: "Guideline",
    shape: "dotted",
    colour: "moss",
    meaning: "A default; context may outweigh it.",
  },
  { name: "No level", shape: "none", colour: "slate", meaning: "Explains, but does not bind." },
];

export const CLAUSES = [
  {
    id: "say-what-is-so",
    title: "Say what is so",
    level: "Root",
    threads: 4,
    changed: "2026-11-20T09:12:00Z",
  },
  {
    id: "keep-a-confidence",
    title: "Keep a confidence",
    level: "System",
    threads: 0,
    changed: "2026-11-18T15:40:00Z",
  },
  {
    id: "ask-before-acting",
    title: "Ask before acting",
    level: "Developer",
    threads: 12,
    changed: "2026-10-02T08:00:00Z",
  },
  {
    id: "match-the-tone",
    title: "Match the tone",
    level: "Guideline",
    threads: 1,
    changed: "2025-12-24T18:30:00Z",
  },
];

/** The look of a level by its name. */
export function levelOf(name: string): LevelLook {
  const level = LEVELS.find((candidate) => candidate.name === name);
  if (!level) throw new Error(`The samples have no level called ${name}.`);
  return level;
}
