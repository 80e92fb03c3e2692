import katex from "katex";

const LONGEST = 5_000;

/**
 * TeX as MathML.
 *
 * @returns Null for what KaTeX cannot read; the caller then shows the source.
 */
export function formulaMarkup(tex: string, display: boolean): string | null {
  if (tex.length > LONGEST) return null;
  try {
    const markup = katex.renderToString(singleBackslashes(tex), {
      output: "mathml",
      displayMode: display,
      throwOnError: true,
      strict: "ignore",
      trust: false,
      maxExpand: 200,
      maxSize: 20,
    });
    // Without KaTeX's wrapper and its copy of the source: half the elements.
    return markup
      .replace(/^<span class="katex">/, "")
      .replace(/<\/span>$/, "")
      .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "")
      .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/, "")
      .replace(/<semantics>([\s\S]*)<\/semantics>/, "$1");
  } catch {
    // Whatever a text holds: a formula that cannot be set is shown as written.
    return null;
  }
}

/** The Model Spec writes commands inside formulas with one or with two backslashes: `\\frac`. */
const singleBackslashes = (tex: string) =>
  tex.replaceAll(/\\\\(?=[A-Za-z]{2,}|[,;!{}%$&_#])/g, "\\");
