import type { BulletListJson, ListItemJson, OrderedListJson } from "@/lib/spec/block-json";
import { plainText } from "@/lib/spec/plain-text";
import type { BlockContext } from "./block-context";
import { Block } from "./block";
import { Inline } from "./inline";
import { directionOf } from "./typesetter";

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
  const dir = directionOf(firstWords(block));
  if (block.type === "bulletList") return <ul dir={dir}>{items}</ul>;
  return (
    <ol dir={dir} start={block.attrs.start === 1 ? undefined : block.attrs.start}>
      {items}
    </ol>
  );
}

/** Signs of a list stand on one side, so its first words decide for all of it. */
function firstWords({ content }: BulletListJson | OrderedListJson): string {
  const first = content?.[0]?.content?.[0];
  return first?.type === "paragraph" ? plainText(first.content) : "";
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
