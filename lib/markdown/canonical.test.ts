import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockJson } from "@/lib/spec/block-json";
import { counter } from "@/lib/spec/builders";
import { specDocument, type ProfileName } from "@/lib/spec/document";
import { ensureUids } from "@/lib/spec/uid";
import { normalBlocks } from "./normal/normal-blocks";
import { parse } from "./parse";
import { printText } from "./print";
import { PROFILES } from "./profile";
import { anyBlocks } from "./testing/any-document";
import { bare, impliedIdsFilled } from "./testing/bare";
import { SOAK } from "./testing/soak";

const TIMEOUT = 120_000 * SOAK;

const profiles: ProfileName[] = ["model-spec", "generic"];

describe.each(profiles)("the canonical form in profile %s", (profile) => {
  const read = (text: string) => parse(text, { profile, mint: counter() });
  const write = (content: BlockJson[]) => printText(specDocument({ profile, content }));
  const normal = (content: BlockJson[]) => normalBlocks(content, PROFILES[profile]);

  it(
    "reads back as the same document",
    () => {
      fc.assert(
        fc.property(anyBlocks, (blocks) => {
          const text = write(blocks);
          expect({ text, blocks: bare(read(text).document.content) }).toEqual({
            text,
            blocks: impliedIdsFilled(bare(normal(blocks)), read(text).document.content),
          });
        }),
        { numRuns: 400 * SOAK },
      );
    },
    TIMEOUT,
  );

  it(
    "is written again as it is",
    () => {
      fc.assert(
        fc.property(anyBlocks, (blocks) => {
          const text = write(ensureUids(blocks, counter("b")));
          expect(write(read(text).document.content)).toBe(text);
        }),
        { numRuns: 300 * SOAK },
      );
    },
    TIMEOUT,
  );

  it(
    "is normal when it is normal already",
    () => {
      fc.assert(
        fc.property(anyBlocks, (blocks) => {
          const once = normal(blocks);
          expect(normal(once)).toEqual(once);
        }),
        { numRuns: 300 * SOAK },
      );
    },
    TIMEOUT,
  );
});
