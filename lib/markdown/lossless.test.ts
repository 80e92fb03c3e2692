import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counter } from "@/lib/spec/builders";
import { readBlocks } from "@/lib/spec/read-document";
import type { ProfileName } from "@/lib/spec/document";
import { normalBlocks } from "./normal/normal-blocks";
import { parse } from "./parse";
import { printText } from "./print";
import { PROFILES } from "./profile";
import { anyMarkdown } from "./testing/any-markdown";
import { SOAK } from "./testing/soak";

const TIMEOUT = 120_000 * SOAK;

const profiles: ProfileName[] = ["model-spec", "generic"];

describe.each(profiles)("any text in profile %s", (profile) => {
  it(
    "is printed as it was read",
    () => {
      fc.assert(
        fc.property(anyMarkdown, (text) => {
          const { document, source } = parse(text, { profile, mint: counter() });
          expect(printText(document, source)).toBe(text);
        }),
        { numRuns: 1000 * SOAK },
      );
    },
    TIMEOUT,
  );

  it(
    "makes a document that follows the schema and is normal",
    () => {
      fc.assert(
        fc.property(anyMarkdown, (text) => {
          const { document } = parse(text, { profile, mint: counter() });
          expect(readBlocks(document.content, "$")).toEqual(document.content);
          expect(normalBlocks(document.content, PROFILES[profile])).toEqual(document.content);
        }),
        { numRuns: 300 * SOAK },
      );
    },
    TIMEOUT,
  );
});
