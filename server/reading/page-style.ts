/** A style sheet read once, so that each page can be given the rules that it uses. */
export type StyleRules = readonly StyleRule[];

type StyleRule =
  | { kind: "group"; head: string; inner: StyleRules }
  | { kind: "rule"; selectors: { text: string; classes: string[] }[]; body: string }
  | { kind: "other"; text: string };

/**
 * Reads minified CSS as esbuild prints it: groups (`@layer`, `@media`), rules, and statements that are
 * kept as they are.
 */
export function readStyle(css: string): StyleRules {
  const rules: StyleRule[] = [];
  for (let at = 0; at < css.length;) {
    const open = css.indexOf("{", at);
    const semicolon = css.indexOf(";", at);
    if (semicolon >= 0 && (open < 0 || semicolon < open)) {
      rules.push({ kind: "other", text: css.slice(at, semicolon + 1) });
      at = semicolon + 1;
      continue;
    }
    if (open < 0) break;
    const close = closingBrace(css, open);
    rules.push(ruleOf(css.slice(at, open), css.slice(open + 1, close)));
    at = close + 1;
  }
  return rules;
}

function ruleOf(head: string, body: string): StyleRule {
  if (/^@(layer|media)/.test(head)) return { kind: "group", head, inner: readStyle(body) };
  if (head.startsWith("@")) return { kind: "other", text: `${head}{${body}}` };
  return { kind: "rule", selectors: splitSelectors(head).map(withClasses), body };
}

/** Where a brace is closed; braces inside of quotes do not count. */
function closingBrace(css: string, open: number): number {
  let depth = 0;
  let quote = "";
  for (let at = open; at < css.length; at += 1) {
    const sign = css[at]!;
    if (quote) {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "{") depth += 1;
    else if (sign === "}" && (depth -= 1) === 0) return at;
  }
  throw new RangeError("A brace of the style sheet is not closed.");
}

const splitSelectors = (head: string): string[] => {
  const parts = [""];
  let depth = 0;
  for (const sign of head) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
};

/** Classes that must all be on the page. What stands in `:is()` and `:not()` may be missing. */
function withClasses(text: string): { text: string; classes: string[] } {
  const certain = text.replaceAll(/\((?:[^()]|\([^()]*\))*\)/g, "");
  return { text, classes: [...certain.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!) };
}

/**
 * The rules that a page uses: those whose classes are all on it. Elements and attributes are not looked
 * at, because scripts change them; classes that scripts bring have their own style sheet
 * (`reading-later.css`), except those of a conversation, which a popover takes from another page.
 *
 * @param more Classes that are not on the page yet.
 */
export function styleOf(rules: StyleRules, html: string, more: readonly string[] = []): string {
  const used = new Set([...FROM_OTHER_PAGES, ...more]);
  for (const [, quoted, plain] of html.matchAll(/ class=(?:"([^"]*)"|([\w-]+))/g)) {
    for (const name of (quoted ?? plain ?? "").split(" ")) used.add(name);
  }
  return withoutUnusedVariables(print(rules, used));
}

const FROM_OTHER_PAGES = ["settings", "setting", "file", "tagged", "stage", "speaker", "stray"];

/** All classes that blocks of a spec are drawn with (components/blocks, components/example). */
export const BLOCK_CLASSES: readonly string[] = [
  ..."commentary commentary-title footnote formula formula-block formula-source marker".split(" "),
  ..."moved opaque picture raw table-scroll".split(" "),
  ..."code-comment code-function code-keyword code-string".split(" "),
  ..."example response responses rule-anchor sensitive stray turns-left-out verdict".split(" "),
  ..."verdict-bad verdict-good verdict-none verdict-ok".split(" "),
  ..."turn turn-assistant turn-developer turn-system turn-tool turn-user".split(" "),
];

function print(rules: StyleRules, used: ReadonlySet<string>): string {
  let css = "";
  for (const rule of rules) {
    if (rule.kind === "other") css += rule.text;
    else if (rule.kind === "group") {
      const inner = print(rule.inner, used);
      if (inner) css += `${rule.head}{${inner}}`;
    } else {
      const kept = rule.selectors.filter(({ classes }) => classes.every((name) => used.has(name)));
      if (kept.length > 0) css += `${kept.map(({ text }) => text).join(",")}{${rule.body}}`;
    }
  }
  return css;
}

/** Leaves out variables that nothing reads; dropping one can make another one unread. */
function withoutUnusedVariables(css: string): string {
  const names = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name!));
  const read = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!));
  let left = css;
  for (const name of names) {
    if (!read.has(name)) left = left.replaceAll(new RegExp(`${name}:[^;{}]*;?`, "g"), "");
  }
  return left.length === css.length ? css : withoutUnusedVariables(left);
}
