import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import type { Json } from "@/lib/spec/canonical-json";
import { Slugger } from "@/lib/spec/slug";
import { scanBlocks } from "./blocks/scan-blocks";
import { buildBlocks } from "./build/build-blocks";
import { Builder } from "./build/builder";
import { newStyle } from "./build/print-style";
import type { Definitions } from "./inline/link-target";
import { sayTheSame } from "./inline/print-inline";
import { splitLines } from "./lines";
import type { Profile } from "./profile";

/**
 * Compares what a printed text says with what it should say.
 *
 * @returns The index of the first block that reads back differently, -1 when all are the same.
 */
export function firstMisread(text: string, wanted: readonly BlockJson[], profile: Profile): number {
  const read = readBack(text, { profile });
  const length = Math.max(read.length, wanted.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [wanted[index], read[index]];
    if (!a || !b || !sameNode(a, b)) return Math.min(index, wanted.length - 1);
  }
  return -1;
}

/**
 * The blocks of a text, for comparing only: without identities.
 *
 * @param context The definitions of links that hold, when they stand outside this text.
 */
export function readBack(
  text: string,
  { profile, definitions }: { profile: Profile; definitions?: Definitions },
): BlockJson[] {
  const scan = scanBlocks(text);
  const inline = { profile, definitions: definitions ?? scan.definitions };
  const builder = new Builder(text, "", inline, newStyle(profile), () => "", splitLines(text));
  return buildBlocks(scan.root.children, builder, new Slugger());
}

/** Whether two nodes say the same, whoever they are. */
export function sameNode(wanted: NodeJson, read: NodeJson): boolean {
  if (wanted.type !== read.type || wanted.text !== read.text) return false;
  if (!sayTheSame(wanted.marks, read.marks)) return false;
  if (!sameAttributes(wanted, read)) return false;
  const a = wanted.content ?? [];
  const b = read.content ?? [];
  return a.length === b.length && a.every((child, index) => sameNode(child, b[index]!));
}

function sameAttributes(wanted: NodeJson, read: NodeJson): boolean {
  for (const [name, value] of Object.entries(wanted.attrs ?? {})) {
    if (name === "uid") continue;
    // A heading without an id of its own gets one from its title when it is read.
    if (name === "id" && value === null && wanted.type === "heading") continue;
    if (!sameValue(value, read.attrs?.[name] ?? null)) return false;
  }
  return true;
}

function sameValue(a: Json, b: Json): boolean {
  return a === b || (typeof a === "object" && JSON.stringify(a) === JSON.stringify(b));
}
