type Child = Node | string | null;

/** A DOM element with attributes and children, in one call. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | null> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * A button inside the text. Out of the order of Tab, so that Tab leaves the editor in one step; the
 * keyboard reaches the same through the menu of the block (Mod-.).
 */
export function tool(
  className: string,
  label: string | null,
  onPress: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const button = h("button", { type: "button", class: className, tabindex: "-1" });
  if (label) {
    button.setAttribute("aria-label", label);
    button.title = label;
  }
  // The caret stays where it is.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => onPress(button));
  return button;
}

/** What stands around the words and is none of them. */
export function chrome<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return h(tag, { class: className, contenteditable: "false" }, ...children);
}

/** A small picture that the style sheet draws: one element instead of a tree of paths. */
export function icon(name: "warning"): HTMLElement {
  return h("i", { class: `ed-icon ed-icon-${name}`, "aria-hidden": "true" });
}
