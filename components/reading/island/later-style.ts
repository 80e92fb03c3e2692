/** Fetches the style of what only scripts show. */
export function loadLaterStyle(): void {
  const href = document.documentElement.dataset.later;
  if (!href) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}
