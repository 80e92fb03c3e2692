import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counter } from "@/lib/spec/builders";
import type { ProfileName } from "@/lib/spec/document";
import { normalBlocks } from "./normal/normal-blocks";
import { parse } from "./parse";
import { printText } from "./print";
import { PROFILES } from "./profile";
import { anyMarkdown } from "./testing/any-markdown";
import { applyEdit, anyEdit } from "./testing/edits";
import { bare, impliedIdsFilled } from "./testing/bare";
import { SOAK } from "./testing/soak";

const TIMEOUT = 120_000 * SOAK;

const profiles: ProfileName[] = ["model-spec", "generic"];

describe.each(profiles)("an edited text in profile %s", (profile) => {
  it(
    "reads back as the edited document, whatever source was kept",
    () => {
      fc.assert(
        fc.property(
          anyMarkdown,
          fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
          (text, edits) => {
            const { document, source } = parse(text, { profile, mint: counter() });
            const mint = counter("new");
            const content = edits.reduce(
              (blocks, edit) => applyEdit(blocks, edit, mint()).blocks,
              document.content,
            );
            const printed = printText({ ...document, content }, source);
            const again = parse(printed, { profile, mint: counter() }).document.content;
            const wanted = bare(normalBlocks(content, PROFILES[profile]));
            expect({ text, printed, blocks: bare(again) }).toEqual({
              text,
              printed,
              blocks: impliedIdsFilled(wanted, again),
            });
          },
        ),
        { numRuns: 1000 * SOAK },
      );
    },
    TIMEOUT,
  );
});
