import { copyAddress } from "./copy-links";
import { say } from "./toast";

const BLOCK = "[data-u]";
// These have a sign of their own.
const NAMED = "h1, h2, h3, h4, h5, h6, figure.example";
const FEWEST_LETTERS = 4;

/**
 * Every block of the text has an address of its own. Under a mouse its sign stands beside it; the bar of
 * selected words offers the same (`passage-link.ts`).
 */
export function linkBlocks(): void {
  if (document.documentElement.dataset.page !== "release") return;
  const sign = document.createElement("a");
  sign.className = "block-link";
  sign.ariaLabel = "Link to this paragraph";
  // It follows the pointer; with the keyboard the same is offered on selected words.
  sign.tabIndex = -1;
  let block: Element | null = null;
  const main = document.getElementById("main");
  // Not "pointerover": the pointer may rest on a block already when this script arrives.
  main?.addEventListener("pointermove", ({ target, pointerType }) => {
    if (pointerType !== "mouse" || !(target instanceof Element) || sign.contains(target)) return;
    const found = target.closest(".clause") && target.closest(BLOCK);
    if (!found || found.matches(NAMED)) return;
    if (found === block) return;
    block = found;
    // Until its own address is known, that of its clause: without one it would be no link.
    sign.href = `#${encodeURIComponent(found.closest(".clause")?.id ?? "")}`;
    delete sign.dataset.copied;
    placeBeside(sign, found);
  });
  sign.addEventListener("pointerenter", () => {
    const here = block;
    if (!here) return;
    void blockPath(here).then((path) => {
      if (path !== null && block === here) sign.href = path;
    });
  });
  sign.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (block) {
      void copyBlockLink(block).then((copied) => {
        if (copied) sign.dataset.copied = "";
      });
    }
  });
}

/** The block that a place on the page belongs to, if it has an address. */
export const blockAt = (node: Node | null): Element | null => {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  if (document.documentElement.dataset.page !== "release") return null;
  return element?.closest(".clause")?.contains(element) ? (element?.closest(BLOCK) ?? null) : null;
};

/** Copies the address of a block: that of this very release. */
export async function copyBlockLink(block: Element): Promise<boolean> {
  const path = await blockPath(block);
  if (path !== null) return copyAddress(path);
  say("The link could not be made. Check your connection, then try again.");
  return false;
}

/** `/<spec>/<release>/<clause>~<letters>`, which the server leads to the words. */
async function blockPath(block: Element): Promise<string | null> {
  const { permanent = "" } = document.documentElement.dataset;
  const uids = await (listing ??= fetchUids(permanent));
  const uid = uids?.[[...document.querySelectorAll(BLOCK)].indexOf(block)];
  if (!uids || !uid) {
    listing = null;
    return null;
  }
  const clause = block.closest(".clause")?.id ?? "";
  return `${permanent}/${encodeURIComponent(clause)}~${encodeURIComponent(shortest(uid, uids))}`;
}

let listing: Promise<readonly (string | null)[] | null> | null = null;

async function fetchUids(permanent: string): Promise<readonly (string | null)[] | null> {
  const answer = await fetch(`${permanent}/blocks.json`).catch(() => null);
  if (!answer?.ok) return null;
  return ((await answer.json()) as { uids: (string | null)[] }).uids;
}

/** As many letters as no other block of the release begins with. */
function shortest(uid: string, uids: readonly (string | null)[]): string {
  let length = FEWEST_LETTERS;
  const alike = () => uids.filter((each) => each?.startsWith(uid.slice(0, length))).length;
  while (length < uid.length && alike() > 1) length += 1;
  return uid.slice(0, length);
}

/** In the space before the block, level with its first line. */
function placeBeside(sign: HTMLElement, block: Element): void {
  document.body.append(sign);
  const { left, right, top } = block.getBoundingClientRect();
  const isRtl = getComputedStyle(block).direction === "rtl";
  const bullet = block.matches("li") ? 20 : 0;
  sign.style.top = `${top + scrollY}px`;
  const last = document.documentElement.clientWidth - sign.offsetWidth;
  const beside = isRtl ? Math.min(last, right + bullet) : left - sign.offsetWidth - bullet;
  sign.style.left = `${Math.max(0, beside) + scrollX}px`;
}
