import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our own size names must be known as sizes, or `text-reading text-ink` would lose one as a colour.
const merge = extendTailwindMerge({
  extend: {
    theme: { text: ["reading", "editing"], container: ["measure"], shadow: ["raised", "overlay"] },
  },
});

/** Joins class names; of two that set the same property, the later one wins. */
export function cn(...classes: ClassValue[]) {
  return merge(clsx(classes));
}
