/**
 * The link to the newest release leads to the clause that the reader came for; and who came to a clause
 * by its address, far below the notice, is told there.
 */
export function sameClauseThere(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-same-clause]");
  if (!link) return;
  const follow = () => {
    const clause = clauseNow();
    if (clause) link.hash = thereOf(clause);
  };
  addEventListener("hashchange", follow);
  follow();
  const clause = clauseNow();
  if (clause && link.getBoundingClientRect().bottom < 0) tellHere(clause, link);
}

function clauseNow(): HTMLElement | null {
  const id = decodeURIComponent(location.hash.slice(1).split(":~:")[0]!);
  return (id && document.getElementById(id)?.closest<HTMLElement>(".clause[id]")) || null;
}

/** What it is called in the newest release; without news of it, what it is called here. */
function thereOf(clause: HTMLElement): string {
  const later = clause.querySelector<HTMLAnchorElement>(":scope > .margin > .margin-later");
  return later?.hash || `#${encodeURIComponent(clause.id)}`;
}

function tellHere(clause: HTMLElement, notice: HTMLAnchorElement): void {
  const label = notice.closest<HTMLElement>("[data-latest]")?.dataset.latest ?? "";
  const later = clause.querySelector<HTMLAnchorElement>(":scope > .margin > .margin-later");
  const words = document.createElement("span");
  words.textContent = later
    ? `${later.textContent}. `
    : `The newest release, ${label}, says the same here. `;
  const link = document.createElement("a");
  link.href = later?.href ?? notice.href;
  link.textContent = later && !later.hash ? "See what changed" : "Read it there";
  const dismiss = document.createElement("button");
  dismiss.type = "button";
  dismiss.textContent = "Stay here";
  const box = document.createElement("aside");
  box.className = "older-here";
  box.ariaLabel = "A newer release exists";
  dismiss.addEventListener("click", () => box.remove());
  box.append(words, link, dismiss);
  document.body.append(box);
}
