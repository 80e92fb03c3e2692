import type {
  BulletListJson,
  ListItemJson,
  NodeJson,
  OrderedListJson,
} from "@/lib/spec/block-json";
import { essence } from "./digest";
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
  let openBefore: string | null = null;
  items.forEach((item, index) => {
    const sign = signOf(list, habit, marker, index);
    const { open, text } = composeItem(item, sign, openBefore, place, page);
    openBefore = open;
    const canonical = loose ? blankLine(prefix, page) : nextLine(prefix, page);
    const previous = items[index - 1];
    if (previous) {
      const neighbours = { previous, next: item, previousText: texts.at(-1)!, nextText: text };
      const gap = { ...neighbours, prefix, canonical, separate: true };
      texts.push(page.ink.gap(gap));
    }
    texts.push(text);
  });
  return texts.join("");
}

function composeItem(
  item: ListItemJson,
  sign: string,
  openBefore: string | null,
  place: Place,
  page: Page,
): { open: string; text: string } {
  const children = item.content ?? [];
  const [first] = children;
  const narrowest = sign.length + 1;
  const usual = Math.max(narrowest, page.style.listIndent ?? 0);
  const indent = Math.max(page.ink.itemIndent(item, usual), narrowest);
  const canonical = canonicalOpen(item, sign, indent);
  const open = page.ink.part({
    node: item,
    name: "open",
    depends: { sign, checked: item.attrs.checked, filled: children.length > 0 },
    prefix: place.prefix,
    canonical: () => canonical,
    usable: (raw) => raw === canonical || (startsAnywhere(first) && !/^[ \t]/.test(raw)),
    // A marker that stands further right is one of this list only for what stands above it.
    context: () => [
      startsAnywhere(first) ? null : essence(first!),
      openBefore ?? (place.previous && essence(place.previous)),
    ],
  });
  const own = open === canonical ? Math.min(indent, sign.length + MAX_PADDING) : indent;
  const inside = composeBlocks(children, place.prefix + " ".repeat(own), item, page);
  return { open, text: open + inside };
}

/** More spaces behind a marker would start indented code. */
const MAX_PADDING = 4;

function canonicalOpen({ attrs, content }: ListItemJson, sign: string, indent: number): string {
  if (!content?.length) return sign;
  const box = attrs.checked === null ? "" : attrs.checked ? "[x] " : "[ ] ";
  const full = Math.min(indent - sign.length, MAX_PADDING);
  // Up to three columns more than the marker needs are no indent at all (CommonMark 5.2).
  const padding = startsAnywhere(content[0]) ? Math.max(1, full - 3) : full;
  return sign + " ".repeat(padding) + box;
}

/** A paragraph may follow its marker closely; other blocks must start where their lines go on. */
function startsAnywhere(first: NodeJson | undefined): boolean {
  return first === undefined || first.type === "paragraph";
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
