import { blockContext } from "@/components/blocks/block-context";
import { Blocks } from "@/components/blocks/blocks";
import { parse } from "@/lib/markdown/parse";
import { counter } from "@/lib/spec/builders";

/** Release notes as readers see them. */
export function NotesText({ text }: { text: string }) {
  const { document } = parse(text, { mint: counter("note"), profile: "generic" });
  // Headings and examples of notes have no address of their own on the page they stand in.
  const context = blockContext(document, { anchorOf: () => null, identity: () => ({}) });
  return (
    <div className="spec-text max-w-measure [&>:first-child]:mt-0 [&>:is(h1,h2,h3,h4,h5,h6)]:mt-6">
      <Blocks blocks={document.content} context={context} />
    </div>
  );
}
