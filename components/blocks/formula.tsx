import type { BlockContext } from "./block-context";

export interface FormulaProps {
  tex: string;
  display: boolean;
  context: Pick<BlockContext, "formula">;
}

/** A formula as MathML, which needs no font and no style sheet; as its source when it cannot be read. */
export function Formula({ tex, display, context }: FormulaProps) {
  const markup = context.formula?.(tex, display) ?? null;
  if (markup === null) return <code className="formula-source">{tex}</code>;
  return (
    <span
      className={display ? "formula formula-block" : "formula"}
      // Written by KaTeX from the TeX with `trust` off: no links, no HTML, no attributes of the author's.
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  );
}
