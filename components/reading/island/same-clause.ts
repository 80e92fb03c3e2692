/** The link to the newest release leads to the clause that the reader is at. */
export function sameClauseThere(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-same-clause]");
  if (!link || !location.hash) return;
  const id = decodeURIComponent(location.hash.slice(1));
  const there = document.querySelector<HTMLAnchorElement>(
    `#${CSS.escape(id)} > .margin > .margin-later`,
  )?.hash;
  link.hash = there || location.hash;
}
