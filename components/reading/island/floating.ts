let box: HTMLElement | null = null;
let owner: HTMLElement | null = null;

/** Shows a small box under an element. Escape, a click elsewhere or another box close it. */
export function float(anchor: HTMLElement, label: string, content: Node): void {
  close();
  box = document.createElement("div");
  box.className = "floating spec-text";
  box.setAttribute("role", "dialog");
  box.ariaLabel = label;
  box.tabIndex = -1;
  box.append(content);
  owner = anchor;
  document.body.append(box);
  const at = anchor.getBoundingClientRect();
  const width = box.offsetWidth;
  const below = at.bottom + box.offsetHeight + 16 < innerHeight || at.top < box.offsetHeight + 80;
  box.style.left = `${Math.max(16, Math.min(at.left, document.documentElement.clientWidth - width - 16)) + scrollX}px`;
  box.style.top = `${(below ? at.bottom + 8 : at.top - box.offsetHeight - 8) + scrollY}px`;
}

export const isFloating = (anchor: HTMLElement): boolean => owner === anchor && box !== null;

/** The open box, for those who move into it. */
export const floatingBox = (): HTMLElement | null => box;

export function close(): void {
  box?.remove();
  box = owner = null;
}

addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !box) return;
  const back = box.contains(document.activeElement) ? owner : null;
  close();
  back?.focus();
});
addEventListener("pointerdown", ({ target }) => {
  if (target instanceof Node && !box?.contains(target)) close();
});
