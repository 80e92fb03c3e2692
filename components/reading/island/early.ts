// Runs in <head> before anything is drawn: the reader's theme, and that there are scripts at all. A choice
// made on pages for members is kept in a cookie; ours never sets one.
const root = document.documentElement;
root.dataset.scripts = "";
try {
  const chosen =
    localStorage.getItem("theme") ?? /\btheme=(light|dark)\b/.exec(document.cookie)?.[1];
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
} catch {
  // Storage is forbidden here: the page follows the system.
}

export {};
