// Runs in <head> before anything is drawn: that there are scripts at all, the letters of the page, and the
// reader's theme. A choice made on pages for members stands in the same place (components/shell/theme.ts).
const root = document.documentElement;
root.dataset.scripts = "";
// They stand in the style sheet, but a browser begins with them only when it lays out words: the first
// words would be drawn twice, and move.
void document.fonts.load("1em Precept Serif");
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
} catch {
  // Storage is forbidden here: the page follows the system.
}
// On a phone the contents lie over the text: gone once somebody has chosen, also before the rest is here.
addEventListener("hashchange", () => document.getElementById("contents")?.hidePopover());

export {};
