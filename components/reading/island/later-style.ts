/**
 * Fetches the style of what only scripts show, and the full families of letters. Letters that are there
 * already keep their place: they are the same ones.
 */
export function loadLaterStyle(): void {
  const href = document.documentElement.dataset.later;
  if (!href) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}
