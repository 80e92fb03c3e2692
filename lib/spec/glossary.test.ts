import { describe, expect, it } from "vitest";
import { bullets, heading, p, spec, strong } from "./builders";
import { glossary } from "./glossary";
import { sectionTree } from "./section-tree";

const termsOf = (...blocks: Parameters<typeof spec>) =>
  glossary(sectionTree(spec(...blocks).content)).map(({ term, anchor }) => [term, anchor]);

describe("glossary", () => {
  it("finds paragraphs and items that begin with a bold word and a colon or a dash", () => {
    expect(
      termsOf(
        heading(1, "Definitions"),
        p(strong("Quiet room"), ": a place without sound."),
        p(strong("Token:"), " a piece of a word."),
        bullets(p(strong("Guest"), " — who came last.")),
      ),
    ).toEqual([
      ["Quiet room", "term-quiet-room"],
      ["Token", "term-token"],
      ["Guest", "term-guest"],
    ]);
  });

  it("looks into sections below, and nowhere else", () => {
    expect(
      termsOf(
        heading(1, "Rules"),
        p(strong("Guest"), ": not here."),
        heading(1, "Glossary of this house"),
        heading(2, "People"),
        p(strong("Host"), ": who stays."),
      ),
    ).toEqual([["Host", "term-host"]]);
  });

  it("leaves out emphasis, examples and what was defined before", () => {
    expect(
      termsOf(
        heading(1, "Definitions"),
        p(strong("Never"), " do this."),
        p(strong("Example"), ": a case."),
        p(strong("Host"), ": who stays."),
        p(strong("host"), ": again."),
      ),
    ).toEqual([["Host", "term-host"]]);
  });
});
