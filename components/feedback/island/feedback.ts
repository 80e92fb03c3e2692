// Feedback on the page of a release: counts beside clauses, a panel with what was said, and "Comment" on
// selected words. Fetched after the text; without it every clause still links to its page of feedback.
import { closePanel, openPanel } from "./panel";
import { offerOnSelection, type SelectedWords } from "./selection";

interface Place {
  sectionId: string | null;
  open: number;
  settled: number;
}

/** A time in which the public is asked. */
export interface Consultation {
  title: string;
  state: "announced" | "open";
  opensAt: string;
  closesAt: string;
}

interface Counts {
  isOpen: boolean;
  consultation: Consultation | null;
  places: Place[];
}

/** Which release this page shows. */
export interface Edition {
  spec: string;
  release: string;
  /** Whether comments are taken from the public now. */
  isOpen: boolean;
  consultation: Consultation | null;
}

/** Starts feedback on a page that shows a release; on other pages it does nothing. */
export async function startFeedback(): Promise<void> {
  const { permanent = "", page } = document.documentElement.dataset;
  const [, spec, release] = permanent.split("/").map(decodeURIComponent);
  if (page !== "release" || !spec || !release) return;
  const answer = await fetch(
    `/api/feedback/${encodeURIComponent(spec)}/${encodeURIComponent(release)}`,
  ).catch(() => null);
  // Without an answer the links lead to pages, as they do without a script.
  if (!answer?.ok) return;
  const { isOpen, consultation, places } = (await answer.json()) as Counts;
  const edition = { spec, release, isOpen, consultation };
  const totals = new Map<string, number>();
  for (const { sectionId, open, settled } of places) {
    if (sectionId) totals.set(sectionId, (totals.get(sectionId) ?? 0) + open + settled);
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.margin-say")) {
    const clause = link.closest("section.clause")?.id;
    if (clause) enliven(link, edition, clause, totals.get(clause) ?? 0);
  }
  const comment = (clause: string, quote: SelectedWords | null) =>
    void openPanel(edition, clause, { quote, total: totals.get(clause) ?? 0 });
  const chosen = isOpen ? offerOnSelection(comment) : () => null;
  addEventListener("keydown", (event) => {
    const { key, target, metaKey, ctrlKey, altKey } = event;
    if (key !== "c" || metaKey || ctrlKey || altKey || writes(target)) return;
    const { clause, quote } = chosen() ?? { clause: clauseInView(), quote: null };
    if (!clause) return;
    event.preventDefault();
    closePanel();
    comment(clause, quote);
  });
}

const writes = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable], dialog") !== null;

/** The clause that has the focus, else the first one whose text is in sight. */
function clauseInView(): string {
  const focused = document.activeElement?.closest("main section.clause[id]");
  const seen = [...document.querySelectorAll("main section.clause[id]")].find(
    (clause) => clause.getBoundingClientRect().bottom > 120,
  );
  return (focused ?? seen)?.id ?? "";
}

/** The link to a clause's page of feedback tells how much there is, and opens the panel instead. */
function enliven(link: HTMLAnchorElement, edition: Edition, clause: string, total: number): void {
  // Pressing it opens the panel from now on.
  link.dataset.live = "";
  if (total > 0) {
    link.textContent = total === 1 ? "1 thread" : `${total} threads`;
    link.dataset.threads = "";
  }
  link.addEventListener("click", (event) => {
    // Whoever wants it in another tab gets the page.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void openPanel(edition, clause, { quote: null, total, opener: link });
  });
}
