import type { BulletListJson, ListItemJson, OrderedListJson } from "@/lib/spec/block-json";
import type { BlockContext } from "./block-context";
import { Block } from "./block";
import { Inline } from "./inline";

/** A list. An item of one paragraph is that paragraph's words, without an element around them. */
export function ListBlock({
  block,
  context,
}: {
  block: BulletListJson | OrderedListJson;
  context: BlockContext;
}) {
  const items = block.content?.map((item, index) => (
    <Item key={index} item={item} context={context} />
  ));
  if (block.type === "bulletList") return <ul>{items}</ul>;
  return <ol start={block.attrs.start === 1 ? undefined : block.attrs.start}>{items}</ol>;
}

function Item({ item, context }: { item: ListItemJson; context: BlockContext }) {
  const [first, ...rest] = item.content ?? [];
  const bare = first?.type === "paragraph" && rest.every((block) => block.type !== "paragraph");
  const { checked } = item.attrs;
  return (
    <li
      {...context.identity(bare ? first.attrs.uid : item.attrs.uid)}
      id={(bare && context.terms?.anchorOf(first)) || undefined}
      data-task={checked === null ? undefined : ""}
    >
      {checked !== null && (
        <input type="checkbox" checked={checked} disabled aria-label={checked ? "Done" : "Open"} />
      )}
      {bare ? (
        <Inline content={first.content} context={context} terms={context.terms} />
      ) : (
        first && <Block block={first} context={context} />
      )}
      {rest.map((block, index) => (
        <Block key={index} block={block} context={context} />
      ))}
    </li>
  );
}
