// The first script of a page for readers. It waits until somebody does something, and only then fetches
// the rest; what was clicked or pressed meanwhile is done again when the rest is there.
import type * as Module from "./islands";

type Islands = typeof Module;

let loading: Promise<Islands> | null = null;
const load = (): Promise<Islands> => (loading ??= import("./islands"));

const SIGNS = ["pointermove", "pointerdown", "touchstart", "scroll", "focusin"] as const;
const wake = () => {
  for (const sign of SIGNS) removeEventListener(sign, wake, true);
  void load();
};
for (const sign of SIGNS) addEventListener(sign, wake, { capture: true, passive: true });

function handleClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const control = target?.closest<HTMLElement>("[data-do], [data-filter], .permalink, a.marker");
  if (!control || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  void load().then(() => control.click());
}

function handleKey({ key, target, metaKey, ctrlKey, altKey }: KeyboardEvent): void {
  if (
    metaKey ||
    ctrlKey ||
    altKey ||
    (target instanceof Element && target.closest("input, textarea"))
  )
    return;
  if ("/jk?[]np".includes(key)) void load().then(({ press }) => press(key));
}

addEventListener("click", handleClick, true);
addEventListener("keydown", handleKey);
void customElements.whenDefined("precept-islands").then(() => {
  removeEventListener("click", handleClick, true);
  removeEventListener("keydown", handleKey);
});
