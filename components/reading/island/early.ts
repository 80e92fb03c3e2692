// Runs in the page before anything is drawn: that there are scripts at all, the reader's theme, and our letters
// when this browser has them (letters.ts). A choice of theme made on pages for members stands in the same
// place (components/shell/theme.ts).
import { showLetters } from "./show-letters";

const root = document.documentElement;
root.dataset.scripts = "";
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  showLetters();
} catch {
  // Storage is forbidden here: the page follows the system.
}
// On a phone the contents lie over the text: gone once somebody has chosen, also before the rest is here.
addEventListener("hashchange", () => document.getElementById("contents")?.hidePopover());
