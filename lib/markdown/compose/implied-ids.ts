import type { BlockJson, HeadingJson, NodeJson } from "@/lib/spec/block-json";
import { plainText } from "@/lib/spec/plain-text";
import { Slugger } from "@/lib/spec/slug";
import { walk } from "@/lib/spec/walk";
import type { Profile } from "../profile";

/** The ids that headings would have by their titles, in dialects where they have one. */
export function impliedIds(
  blocks: readonly BlockJson[],
  profile: Profile,
): Map<NodeJson, string | null> {
  const implied = new Map<NodeJson, string | null>();
  if (!profile.implicitIds) return implied;
  const slugger = new Slugger();
  walk(blocks, (node) => {
    if (node.type !== "heading") return;
    const heading = node as HeadingJson;
    implied.set(heading, slugger.propose(plainText(heading.content)));
    if (heading.attrs.id !== null) slugger.use(heading.attrs.id);
    return false;
  });
  return implied;
}
