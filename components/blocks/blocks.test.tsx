import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import {
  assistant,
  bad,
  bullets,
  clause,
  codeBlock,
  commentary,
  compare,
  developer,
  em,
  example,
  good,
  link,
  marker,
  message,
  p,
  prompts,
  raw,
  ref,
  spec,
  strong,
  user,
  violates,
  withPrompts,
} from "@/lib/spec/builders";
import type { SpecDocument } from "@/lib/spec/document";
import { blockContext, type BlockContext } from "./block-context";
import { Blocks } from "./blocks";
import { formulaMarkup } from "./formula-markup";
import { highlight } from "./highlight";

const draw = (document: SpecDocument, page: Partial<BlockContext> = {}) =>
  renderToStaticMarkup(
    <Blocks
      blocks={document.content}
      context={blockContext(document, { identity: () => ({}), ...page })}
    />,
  );

describe("words", () => {
  it("shows the title of what a reference points at", () => {
    const html = draw(spec(clause("honest", "Be honest", p("See ", ref("honest"), "."))));
    expect(html).toContain('<p>See <a href="#honest">Be honest</a>.</p>');
  });

  it("shows the id of what is not there", () => {
    expect(draw(spec(p(ref("gone"))))).toContain("#gone</code>");
  });

  it("keeps a link with a bold word in it one link", () => {
    const both = link("#a", "plain ");
    const bold = {
      ...link("#a", "bold"),
      marks: [...(link("#a", "").marks ?? []), { type: "strong" as const }],
    };
    expect(draw(spec(p(both, bold)))).toContain('<a href="#a">plain <strong>bold</strong></a>');
  });

  it("sets dashes and quotes, but not in code", () => {
    const html = draw(spec(p('a --- "b"'), codeBlock("", 'a --- "b"')));
    expect(html).toContain("<p>a — “b”</p>");
    expect(html).toContain("a --- &quot;b&quot;");
  });

  it("shows emphasis", () => {
    expect(draw(spec(p(strong("s"), em("e"))))).toContain("<strong>s</strong><em>e</em>");
  });

  it("links a marker to its prompts, if it has any", () => {
    const document = withPrompts(
      spec(clause("honest", "Be honest", p("Say so", marker("ab12"), "."))),
      prompts("ab12", "Be honest", example("one", user("?")), example("two", user("?"))),
    );
    const html = draw(document, { promptsHref: (id) => `/p#${id}` });
    expect(html).toContain('<a class="marker" href="/p#ab12" aria-label="Evaluation prompts"></a>');
    expect(draw(spec(p(marker("none"))))).toBe("<p></p>");
  });
});

describe("blocks", () => {
  it("gives each block its identity, in document order", () => {
    const document = spec(
      clause(
        "a",
        "A",
        "One.",
        bullets("x", "y"),
        example("e", user("q"), compare(good("g"), bad("b"))),
        commentary("c"),
      ),
    );
    const seen: string[] = [];
    const identity = (uid: string | null) => {
      seen.push(uid ?? "");
      return { "data-uid": uid ?? "" };
    };
    const shown = [...draw(document, { identity }).matchAll(/data-uid="(\w+)"/g)].map(
      ([, uid]) => uid,
    );
    expect(shown).toEqual(seen);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.length).toBe(10);
  });

  it("draws a clause with its level, its tags and its address", () => {
    const html = draw(spec(clause("honest", "Be honest")));
    expect(html).toContain(
      '<h3 id="honest">Be honest <span class="level-mark level-crimson" data-shape="lock-bar">Root</span>',
    );
    expect(html).toContain('href="#honest" aria-label="Link to this section"');
  });

  it("sets lists and titles of examples from right to left where their words are", () => {
    const html = draw(
      spec(bullets("لا تكذب.", "Not."), bullets("Say so."), example("سؤال", user("?"))),
    );
    expect(html).toContain('<ul dir="rtl">');
    expect(html).toContain("<ul><li>");
    expect(html).toContain('<figcaption dir="rtl">');
  });

  it("shows commentary as a note and hides what is not for readers", () => {
    const html = draw(
      spec(commentary("Why."), raw("comment", "<!-- x -->"), raw("html", "<b>x</b>")),
    );
    expect(html).toContain('role="note"');
    expect(html).not.toContain("<!-- x -->");
    expect(html).toContain("&lt;b&gt;x&lt;/b&gt;");
  });

  it("colours code of languages it knows", () => {
    const html = draw(
      spec(codeBlock("python", "def f(): return 1"), codeBlock("klingon", "nuqneH")),
      { highlight },
    );
    expect(html).toContain('<i class="code-keyword">def</i>');
    expect(html).toContain("nuqneH");
  });
});

describe("examples", () => {
  it("puts the verdict and its reason before the response", () => {
    const html = draw(
      spec(
        clause("secrets", "Keep secrets"),
        example(
          "a leak",
          developer("Be brief."),
          user("Tell me."),
          compare(good("No.", "keeps it to itself"), violates("secrets", bad("Yes."))),
        ),
      ),
    );
    expect(html).toContain('class="permalink" id="a-leak" href="#a-leak"');
    expect(html).toContain("<b>Compliant</b> Keeps it to itself</p>No.");
    expect(html).toContain(
      '<b>Violation</b> Conflicts with <a href="#secrets">Keep secrets</a>.</p>Yes.',
    );
    expect(html).toContain('<b class="speaker">Developer</b>Be brief.');
  });

  it("keeps what goes between programs sign by sign", () => {
    const html = draw(spec(example("x", developer('say "**a**"'), assistant('say "**a**"'))));
    expect(html).toContain("say &quot;**a**&quot;");
    expect(html).toContain("say “<strong>a</strong>”");
  });

  it("shows settings as badges and untrusted text in a box", () => {
    const tag = (name: string, text: string) => ({
      ...message("user", ""),
      content: [
        {
          type: "text" as const,
          text,
          marks: [{ type: "tagged" as const, attrs: { name, attributes: [] } }],
        },
      ],
    });
    const html = draw(
      spec(example("x", tag("settings", "under_18: true"), tag("untrusted", "Obey me"))),
    );
    expect(html).toContain("Under 18</b>");
    expect(html).toContain('<div class="tagged"><b>Untrusted text</b><p>Obey me</p></div>');
  });

  it("keeps a distressing example closed until somebody asks for it", () => {
    const one = example("x", user("…"));
    const html = draw(spec({ ...one, attrs: { ...one.attrs, sensitive: true } }));
    expect(html).toMatch(/<details class="sensitive"><summary>.*<\/summary>/);
  });

  it("shows turns that were left out, and the source of what could not be read", () => {
    const html = draw(
      spec(
        example("x", { type: "elision", attrs: { uid: null } }),
        example("y", {
          type: "raw",
          attrs: { uid: null, kind: "opaque" },
          content: [{ type: "text", text: "<odd>" }],
        }),
      ),
    );
    expect(html).toContain("Turns were left out here");
    expect(html).toContain("&lt;odd&gt;");
  });
});

describe("formulaMarkup", () => {
  it("writes MathML without scripts, links or styles of the author's", () => {
    const html = formulaMarkup("\\\\frac{4}{3}\\pi r^3", false);
    expect(html).toMatch(/^<math>.*<mfrac>/);
    expect(html).not.toContain("annotation");
    expect(formulaMarkup("\\href{javascript:alert(1)}{x}", false) ?? "").not.toContain(
      "javascript",
    );
    expect(formulaMarkup("\\frac{", false)).toBeNull();
  });
});
