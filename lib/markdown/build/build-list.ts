import type { BlockJson, ListItemJson } from "@/lib/spec/block-json";
import type { Slugger } from "@/lib/spec/slug";
import type { ItemToken, ListToken } from "../blocks/block-token";
import { hasBlankLine } from "../lines";
import type { ListHabit } from "../source-map";
import { buildBlocks } from "./build-blocks";
import { contentOf, type Builder } from "./builder";

export function buildList(token: ListToken, builder: Builder, slugger: Slugger): BlockJson {
  const uid = builder.uid(token.line);
  const items = token.children.map((item) => buildItem(item, builder, slugger));
  const { start, end } = token;
  const spans = { start, end, parts: {}, list: habitOf(token, builder) };
  const content = contentOf(items);
  return token.ordered
    ? builder.place({ type: "orderedList", attrs: { uid, start: token.first }, ...content }, spans)
    : builder.place({ type: "bulletList", attrs: { uid }, ...content }, spans);
}

function buildItem(token: ItemToken, builder: Builder, slugger: Slugger): ListItemJson {
  const uid = builder.uid(token.line);
  const { checked, start, end, indent } = token;
  const content = contentOf(buildBlocks(token.children, builder, slugger));
  const open: [number, number] = [start, token.children[0]?.start ?? end];
  return builder.place(
    { type: "listItem", attrs: { uid, checked }, ...content },
    { start, end, parts: { open }, item: { indent, seen: token.indentSeen } },
  );
}

/** What new items of this list should look like. */
function habitOf(token: ListToken, builder: Builder): ListHabit {
  const items = token.children;
  const usual = token.ordered ? "." : builder.style.bullet;
  const sameNumber =
    token.ordered && items.length > 1 && items.every((item) => item.number === token.first);
  const gaps = items
    .slice(1)
    .map((item, index) => builder.text.slice(items[index]!.end, item.start));
  const loose = gaps.filter(hasBlankLine).length * 2 > gaps.length;
  const startsEmpty = items[0]?.children.length === 0;
  return {
    ...(token.marker === usual && !startsEmpty ? {} : { marker: token.marker }),
    ...(sameNumber ? { sameNumber } : {}),
    ...(loose && gaps.length > 0 ? { loose } : {}),
  };
}
