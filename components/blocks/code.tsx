import type { BlockContext, Identity } from "./block-context";

export interface CodeProps {
  code: string;
  /** The line after the fence; its first word is the language. */
  language: string;
  context: Pick<BlockContext, "highlight">;
  identity?: Identity;
}

/** A piece of code, in colours when the language is known. Long lines scroll, so it can be focused. */
export function Code({ code, language, context, identity }: CodeProps) {
  const name = /^[\w+#-]+/.exec(language)?.[0] ?? "";
  const lines = name ? (context.highlight?.(code, name.toLowerCase()) ?? null) : null;
  return (
    <pre {...identity} tabIndex={0} role="group" aria-label={name ? `Code, ${name}` : "Code"}>
      <code>
        {lines === null
          ? code
          : lines.map((tokens, line) => [
              line > 0 && "\n",
              ...tokens.map(({ text, kind }, index) =>
                kind === null ? (
                  text
                ) : (
                  <i key={`${line}.${index}`} className={`code-${kind}`}>
                    {text}
                  </i>
                ),
              ),
            ])}
      </code>
    </pre>
  );
}
