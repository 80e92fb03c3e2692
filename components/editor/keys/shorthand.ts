import {
  Extension,
  InputRule,
  markInputRule,
  textblockTypeInputRule,
  wrappingInputRule,
} from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { safeHref } from "../schema/safe-href";

/** Markdown as one types it: `## `, `- `, `1. `, `> `, ``` , `**bold**`, `[words](address)`. */
export const Shorthand = Extension.create({
  name: "shorthand",
  addInputRules() {
    const { nodes, marks } = this.editor.schema;
    const paragraph = nodes["paragraph"]!;
    return [
      onlyIn(
        paragraph.name,
        textblockTypeInputRule({
          find: /^(#{1,6})\s$/,
          type: nodes["heading"]!,
          getAttributes: (match) => ({ level: match[1]?.length ?? 1 }),
        }),
      ),
      onlyIn(
        paragraph.name,
        wrappingInputRule({ find: /^\s*[-*+]\s$/, type: nodes["bulletList"]! }),
      ),
      onlyIn(
        paragraph.name,
        wrappingInputRule({
          find: /^(\d{1,9})[.)]\s$/,
          type: nodes["orderedList"]!,
          getAttributes: (match) => ({ start: Number(match[1]) }),
        }),
      ),
      onlyIn(paragraph.name, wrappingInputRule({ find: /^\s*>\s$/, type: nodes["blockquote"]! })),
      onlyIn(
        paragraph.name,
        textblockTypeInputRule({
          find: /^```([a-z0-9+-]*)\s$/,
          type: nodes["codeBlock"]!,
          getAttributes: (match) => ({ language: match[1] ?? "" }),
        }),
      ),
      horizontalRule(),
      markInputRule({
        find: /(?:^|\s)(\*\*([^\s*](?:[^*]*[^\s*])?)\*\*)$/,
        type: marks["strong"]!,
      }),
      markInputRule({ find: /(?:^|\s)(\*([^\s*](?:[^*]*[^\s*])?)\*)$/, type: marks["em"]! }),
      markInputRule({ find: /(?:^|\s)(~~([^\s~](?:[^~]*[^\s~])?)~~)$/, type: marks["strike"]! }),
      markInputRule({ find: /(?:^|\s)(`([^`]+)`)$/, type: marks["code"]! }),
      linkRule(),
    ];
  },
});

/** Messages and bodies are literal: nothing in them turns into something else. */
function onlyIn(type: string, rule: InputRule): InputRule {
  return new InputRule({
    find: rule.find,
    handler: (given) =>
      given.state.selection.$from.parent.type.name === type ? rule.handler(given) : null,
  });
}

function horizontalRule(): InputRule {
  return new InputRule({
    find: /^\*\*\*\s$/,
    handler: ({ state: { tr, schema, selection }, range }) => {
      if (selection.$from.parent.type.name !== "paragraph" || selection.$from.depth !== 1)
        return null;
      const start = selection.$from.before();
      tr.delete(range.from, range.to).insert(start, schema.nodes["horizontalRule"]!.create());
      return;
    },
  });
}

/** `[words](address)`; an address of another scheme stays the text it is. */
function linkRule(): InputRule {
  return new InputRule({
    find: /\[([^[\]]+)\]\(([^()\s]+)\)$/,
    handler: ({ state: { tr, schema, selection }, range, match }) => {
      const [, words = "", href = ""] = match;
      const type = schema.marks["link"]!;
      const { parent } = selection.$from;
      if (!parent.type.allowsMarkType(type) || safeHref(href) === null) return null;
      if (words === "?" && href.startsWith("#")) {
        tr.replaceWith(
          range.from,
          range.to,
          schema.nodes["crossReference"]!.create({ id: href.slice(1) }),
        );
      } else {
        tr.replaceWith(range.from, range.to, schema.text(words, [type.create({ href })]));
      }
      tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(range.to))));
      tr.removeStoredMark(type);
      return;
    },
  });
}
