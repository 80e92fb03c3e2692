import type { BlockContext } from "@/components/blocks/block-context";

export interface PermalinkProps {
  id: string;
  /** What it links to. It stands inside the title of that, so it need not say it again. */
  of: "section" | "example";
  context: Pick<BlockContext, "hrefOf" | "permalinkOf">;
}

/**
 * The address of a clause or an example. A click goes there and, with scripts, copies it. An example has
 * its id here and not on the figure: name and address side by side are 400 bytes less in a whole spec.
 */
export function Permalink({ id, of, context }: PermalinkProps) {
  const href = of === "section" ? context.permalinkOf(id) : context.hrefOf(id);
  return (
    <a
      className="permalink"
      id={of === "example" ? id : undefined}
      href={href}
      aria-label={`Link to this ${of}`}
    />
  );
}
