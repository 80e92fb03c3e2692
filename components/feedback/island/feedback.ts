// Feedback on the page of a release: counts beside clauses, a panel with what was said, and "Comment" on
// selected words. Fetched after the text; without it every clause still links to its page of feedback.
import { element } from "./element";
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
  for (const margin of document.querySelectorAll<HTMLElement>("[data-clause]")) {
    const clause = margin.dataset.clause!;
    const total = totals.get(clause) ?? 0;
    if (total > 0 || counts.isOpen) margin.prepend(marginButton(edition, clause, total));
  }
  if (counts.isOpen) offerOnSelection((clause, quote) => void openPanel(edition, clause, quote));
}

function marginButton(edition: Edition, clause: string, total: number): HTMLElement {
  const words = total === 0 ? "Comment" : total === 1 ? "1 thread" : `${total} threads`;
  const button = element("button", { className: "fb-count", type: "button" }, words);
  button.addEventListener("click", () => void openPanel(edition, clause, null, button));
  return button;
}
