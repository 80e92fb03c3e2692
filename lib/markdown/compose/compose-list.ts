import type { BulletListJson, ListItemJson, OrderedListJson } from "@/lib/spec/block-json";
import type { ListHabit } from "../source-map";
import { composeBlocks } from "./compose-blocks";
import { blankLine, nextLine, type Page, type Place } from "./ink";

export type ListJson = BulletListJson | OrderedListJson;

/** Writes a list item by item; items keep their own source, so an edit in one leaves the others. */
export function composeList(list: ListJson, place: Place, page: Page): string {
  const habit = page.ink.listHabit(list);
  const marker = markerOf(list, habit, place, page);
  const items = list.content ?? [];
  const loose = habit.loose ?? items.some((item) => !isSimple(item));
  const { prefix } = place;
  const texts: string[] = [];
  items.forEach((item, index) => {
    const text = composeItem(item, signOf(list, habit, marker, index), place, page);
    const canonical = loose ? blankLine(prefix, page) : nextLine(prefix, page);
    const previous = items[index - 1];
    if (previous) {
      const gap = { previous, next: item, nextText: text, prefix, canonical, separate: true };
      texts.push(page.ink.gap(gap));
    }
    texts.push(text);
  });
  return texts.join("");
}

function composeItem(item: ListItemJson, sign: string, place: Place, page: Page): string {
  const children = item.content ?? [];
  const width = sign.length + 1;
  const canonicalIndent = Math.max(width, page.style.listIndent ?? 0);
  const indent = Math.max(page.ink.itemIndent(item, canonicalIndent), width);
  const prefix = place.prefix + " ".repeat(indent);
  const { checked } = item.attrs;
  const box = checked === null ? "" : checked ? "[x] " : "[ ] ";
  // A paragraph may follow its marker closely; other blocks must start where their lines go on.
  const padding = children[0]?.type === "paragraph" ? 1 : Math.min(indent - sign.length, 4);
  const open = page.ink.part({
    node: item,
    name: "open",
    depends: {
      sign,
      checked,
      filled: children.length > 0,
      padding: padding === 1 ? null : padding,
    },
    prefix: place.prefix,
    canonical: () => (children.length > 0 ? sign + " ".repeat(padding) + box : sign),
  });
  return open + composeBlocks(children, prefix, item, page);
}

function markerOf(list: ListJson, habit: ListHabit, place: Place, page: Page): string {
  const usual = list.type === "bulletList" ? bulletFor(list, place, page) : ".";
  const other = list.type === "bulletList" ? (usual === "-" ? "*" : "-") : ")";
  const marker = habit.marker ?? usual;
  if (place.markerBefore !== marker) return marker;
  return marker === usual ? other : usual;
}

/** An empty item directly in an item gets another bullet: `- - -` would be a rule across the page. */
function bulletFor(list: ListJson, place: Place, page: Page): string {
  const startsEmpty = !list.content?.[0]?.content?.length;
  const inItem = place.first && place.parent?.type === "listItem";
  if (!startsEmpty || !inItem) return page.style.bullet;
  return page.style.bullet === "+" ? "-" : "+";
}

function signOf(list: ListJson, habit: ListHabit, marker: string, index: number): string {
  if (list.type === "bulletList") return marker;
  const { start } = list.attrs;
  return `${Math.min(habit.sameNumber ? start : start + index, 999_999_999)}${marker}`;
}

/** Items of one paragraph, perhaps with a list under it, stand without blank lines between them. */
function isSimple(item: ListItemJson): boolean {
  const [first, second, third] = item.content ?? [];
  if (third || (first && first.type !== "paragraph")) return false;
  return !second || second.type === "bulletList" || second.type === "orderedList";
}
