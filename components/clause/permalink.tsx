import type { BlockContext } from "@/components/blocks/block-context";

export interface PermalinkProps {
  id: string;
  /** Of what it links to, for those who cannot see where it stands. */
  title: string;
  context: Pick<BlockContext, "hrefOf">;
}

/** The address of a clause or an example. A click goes there and, with scripts, copies it. */
export function Permalink({ id, title, context }: PermalinkProps) {
  return <a className="permalink" href={context.hrefOf(id)} aria-label={`Link to ${title}`} />;
}
