import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockJson, NodeJson } from "@/lib/spec/block-json";
import { counter } from "@/lib/spec/builders";
import { specDocument, type ProfileName } from "@/lib/spec/document";
import { ensureUids } from "@/lib/spec/uid";
import { normalBlocks } from "./normal/normal-blocks";
import { parse } from "./parse";
import { printText } from "./print";
import { PROFILES } from "./profile";
import { anyBlocks } from "./testing/any-document";

const profiles: ProfileName[] = ["model-spec", "generic"];

describe.each(profiles)("the canonical form in profile %s", (profile) => {
  const read = (text: string) => parse(text, { profile, mint: counter() });
  const write = (content: BlockJson[]) => printText(specDocument({ profile, content }));
  const normal = (content: BlockJson[]) => normalBlocks(content, PROFILES[profile]);

  it("reads back as the same document", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const text = write(blocks);
        expect({ text, blocks: bare(read(text).document.content) }).toEqual({
          text,
          blocks: withIds(bare(normal(blocks)), profile, text),
        });
      }),
      { numRuns: 1500 },
    );
  });

  it("is written again as it is", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const text = write(ensureUids(blocks, counter("b")));
        expect(write(read(text).document.content)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("is normal when it is normal already", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const once = normal(blocks);
        expect(normal(once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });
});

/** Without identities, which a text does not carry. */
function bare<N extends NodeJson>(nodes: N[]): N[] {
  return nodes.map((node) => ({
    ...node,
    ...(node.attrs && "uid" in node.attrs ? { attrs: { ...node.attrs, uid: null } } : {}),
    ...(node.content ? { content: bare(node.content) } : {}),
  }));
}

/** Where titles give ids, a heading without one gets that of its title. */
function withIds(blocks: BlockJson[], profile: ProfileName, text: string): BlockJson[] {
  if (profile !== "generic") return blocks;
  const ids: (string | null)[] = [];
  const collect = (nodes: NodeJson[]) => {
    for (const node of nodes) {
      if (node.type === "heading") ids.push(node.attrs?.["id"] as string | null);
      else collect(node.content ?? []);
    }
  };
  collect(parse(text, { profile, mint: counter() }).document.content);
  const fill = <N extends NodeJson>(nodes: N[]): N[] =>
    nodes.map((node) => {
      if (node.type !== "heading") {
        return node.content ? { ...node, content: fill(node.content) } : node;
      }
      const implied = ids.shift() ?? null;
      return { ...node, attrs: { ...node.attrs, id: node.attrs?.["id"] ?? implied } };
    });
  return fill(blocks);
}
