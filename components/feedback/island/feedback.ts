// Feedback on the page of a release: counts beside clauses, a panel with what was said, and "Comment" on
// selected words. Fetched after the text; without it every clause still links to its page of feedback.
import { openPanel } from "./panel";
import { styles } from "./styles";
import { offerOnSelection } from "./selection";

interface Place {
  sectionId: string | null;
  open: number;
  settled: number;
}

interface Counts {
  isOpen: boolean;
  places: Place[];
}

/** Which release this page shows. */
export interface Edition {
  spec: string;
  release: string;
}

/** Starts feedback on a page that shows a release; on other pages it does nothing. */
export async function startFeedback(): Promise<void> {
  const { permanent = "", page } = document.documentElement.dataset;
  const [, spec, release] = permanent.split("/").map(decodeURIComponent);
  if (page !== "release" || !spec || !release) return;
  const edition = { spec, release };
  const answer = await fetch(
    `/api/feedback/${encodeURIComponent(spec)}/${encodeURIComponent(release)}`,
  );
  if (!answer.ok) return;
  const counts = (await answer.json()) as Counts;
  document.adoptedStyleSheets.push(styles());
  const totals = new Map<string, number>();
  for (const { sectionId, open, settled } of counts.places) {
    if (sectionId) totals.set(sectionId, (totals.get(sectionId) ?? 0) + open + settled);
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.margin-say")) {
    const clause = link.closest("section.clause")?.id;
    if (clause) enliven(link, edition, clause, totals.get(clause) ?? 0);
  }
  if (counts.isOpen) offerOnSelection((clause, quote) => void openPanel(edition, clause, quote));
}

/** The link to a clause's page of feedback tells how much there is, and opens the panel instead. */
function enliven(link: HTMLAnchorElement, edition: Edition, clause: string, total: number): void {
  if (total > 0) link.textContent = total === 1 ? "1 thread" : `${total} threads`;
  link.addEventListener("click", (event) => {
    // Whoever wants it in another tab gets the page.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void openPanel(edition, clause, null, link);
  });
}
