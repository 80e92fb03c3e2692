/** Shows only the clauses of some levels, in the text and in the contents. */
export function filterLevels(): void {
  const group = document.querySelector(".level-filter");
  const status = group?.querySelector("[role=status]");
  const buttons = [...(group?.querySelectorAll<HTMLButtonElement>("[data-filter]") ?? [])];
  if (!group || !status) return;
  group.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    button.ariaPressed = String(button.ariaPressed !== "true");
    const chosen = buttons
      .filter(({ ariaPressed }) => ariaPressed === "true")
      .map(({ dataset }) => dataset.filter);
    status.textContent = apply(new Set(chosen));
  });
}

function apply(levels: ReadonlySet<string | undefined>): string {
  const all = levels.size === 0;
  let shown = 0;
  let clauses = 0;
  for (const section of document.querySelectorAll<HTMLElement>(".clause")) {
    const isClause = section.dataset.level !== undefined;
    const shows = all || levels.has(section.dataset.level);
    if (isClause) clauses += 1;
    if (isClause && shows) shown += 1;
    section.hidden = !shows;
    const entry =
      section.id && document.querySelector(`#contents a[href="#${CSS.escape(section.id)}"]`);
    if (!entry) continue;
    // A chapter stays in the contents, because its clauses stand under it.
    entry.toggleAttribute("data-filtered", isClause && !shows);
  }
  return all ? "" : `Showing ${shown} of ${clauses} clauses`;
}
