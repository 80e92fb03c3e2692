import { createCssVariablesTheme, createHighlighterCoreSync } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import bash from "shiki/langs/bash.mjs";
import css from "shiki/langs/css.mjs";
import html from "shiki/langs/html.mjs";
import javascript from "shiki/langs/javascript.mjs";
import json from "shiki/langs/json.mjs";
import markdown from "shiki/langs/markdown.mjs";
import python from "shiki/langs/python.mjs";
import sql from "shiki/langs/sql.mjs";
import typescript from "shiki/langs/typescript.mjs";
import yaml from "shiki/langs/yaml.mjs";
import type { CodeToken } from "./block-context";

const LONGEST = 20_000;

type Highlighter = ReturnType<typeof createHighlighterCoreSync>;
let made: Highlighter | undefined;

/** Grammars are read at the first piece of code: most specs have none. */
const highlighter = (): Highlighter =>
  (made ??= createHighlighterCoreSync({
    themes: [createCssVariablesTheme({ name: "names", variablePrefix: "--" })],
    langs: [bash, css, html, javascript, json, markdown, python, sql, typescript, yaml],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  }));

// The theme answers with names of variables; of them we tell four kinds apart.
const KINDS: Record<string, string> = {
  "--token-keyword": "keyword",
  "--token-string": "string",
  "--token-string-expression": "string",
  "--token-function": "function",
  "--token-comment": "comment",
};

/** The lines of a piece of code with the kind of each run; null when the language is not known. */
export function highlight(code: string, language: string): CodeToken[][] | null {
  const known = highlighter();
  if (code.length > LONGEST || !isKnown(known, language)) return null;
  return known.codeToTokensBase(code, { lang: language, theme: "names" }).map((line) =>
    line.map(({ content, color = "" }) => ({
      text: content,
      kind: KINDS[/--[\w-]+/.exec(color)?.[0] ?? ""] ?? null,
    })),
  );
}

const isKnown = (known: Highlighter, language: string) =>
  known.getLoadedLanguages().includes(language);
