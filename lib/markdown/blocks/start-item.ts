import { trimBlanks } from "../lines";
import { BULLET, ORDERED, TASK } from "./block-starts";
import type { ContainerToken, ItemToken } from "./block-token";
import type { BlockStart } from "./start-blocks";
import type { ScanState } from "./scan-state";

type ListKind = NonNullable<BlockStart["list"]>;

/** The list item that starts at the cursor, and the list around it when it is the first. */
export function itemStart(
  state: ScanState,
  rest: string,
  afterParagraph: boolean,
): BlockStart | null {
  const bullet = BULLET.exec(rest)?.[0];
  const ordered = bullet ? null : ORDERED.exec(rest);
  const sign = bullet ?? ordered?.[0];
  if (sign === undefined) return null;
  const empty = trimBlanks(rest.slice(sign.length)) === "";
  const number = ordered ? Number(ordered[1]) : 0;
  // Only what looks meant may cut into a paragraph: a line of prose may well start with "1984. ".
  if (afterParagraph && (empty || (ordered && number !== 1))) return null;
  const list = { ordered: ordered !== null, marker: bullet ?? ordered![2]! };
  const open = () => openItem(state, list, sign, number, empty);
  return { container: true, list, open };
}

/** Whether an item of this kind goes into that list. A change of marker starts a new list. */
export function fitsList(token: ContainerToken, list: ListKind | undefined): boolean {
  if (token.kind !== "list" || !list) return false;
  return token.ordered === list.ordered && token.marker === list.marker;
}

function openItem(
  state: ScanState,
  list: ListKind,
  sign: string,
  number: number,
  empty: boolean,
): "whole line" | "rest" {
  const { cursor } = state;
  const place = state.place();
  const outer = state.extraOf(state.container());
  if (!fitsList(state.top.token, list)) {
    state.pushContainer({ kind: "list", ...list, first: number, children: [], ...place });
  }
  const offset = cursor.indent;
  cursor.skipVisible(sign.length);
  let end = cursor.at;
  // More than four spaces are one and an indented code block (CommonMark 5.2).
  const spaces = empty || cursor.indent > 4 ? 1 : cursor.indent;
  cursor.skipColumns(empty ? cursor.indent : spaces);
  const content = offset + sign.length + spaces;
  const task = cursor.indent <= 3 ? TASK.exec(cursor.rest()) : null;
  if (task) {
    cursor.skipVisible(3);
    end = cursor.at;
    cursor.skipColumns(cursor.indent);
  }
  const checked = task ? task[1] !== " " : null;
  const indent = Math.max(0, content - outer);
  const parts = { kind: "item" as const, number, indent, indentSeen: false, checked };
  const item: ItemToken = { ...parts, children: [], ...place, end };
  state.pushContainer(item, content);
  return empty ? "whole line" : "rest";
}
