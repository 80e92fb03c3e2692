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

const SVG = "http://www.w3.org/2000/svg";

/** Small pictures of lucide's, as paths, because node views are no React. */
const PATHS = {
  more: ["M12 12h.01", "M19 12h.01", "M5 12h.01"],
  check: ["M20 6 9 17l-5-5"],
  cross: ["M18 6 6 18", "m6 6 12 12"],
  minor: ["M5 12h14"],
  ask: ["M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3", "M12 17h.01"],
  lock: ["M7 11V7a5 5 0 0 1 10 0v4", "M5 11h14v10H5z"],
  eye: ["M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z", "M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z"],
  plus: ["M5 12h14", "M12 5v14"],
  warning: ["M12 3 2 20h20z", "M12 10v4", "M12 17h.01"],
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of [
    ["viewBox", "0 0 24 24"],
    ["fill", "none"],
    ["stroke", "currentColor"],
    ["stroke-width", name === "more" ? "3" : "2"],
    ["stroke-linecap", "round"],
    ["stroke-linejoin", "round"],
    ["aria-hidden", "true"],
    ["class", "ed-icon"],
  ] as const) {
    svg.setAttribute(key, value);
  }
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
