import { dayWords } from "@/components/reading/day-words";
import { commentForm } from "./comment-form";
import { element } from "./element";
import type { Edition } from "./feedback";
import { bringIntoSight, markWords } from "./mark-words";
import type { SelectedWords } from "./selection";
import { listThreads } from "./threads";

interface Opening {
  quote: SelectedWords | null;
  /** Threads on the clause, as far as is known. */
  total: number;
  /** Gets the focus back. */
  opener?: HTMLElement;
}

let shut: (() => void) | null = null;

/** Closes the panel, if one is open. */
export const closePanel = (): void => shut?.();

/**
 * Opens the panel of a clause beside its text: what was said about it, and the form to say something.
 * Whoever chose words or comes first finds the form; everybody else what was said.
 */
export async function openPanel(
  edition: Edition,
  clause: string,
  { quote, total, opener }: Opening,
): Promise<void> {
  closePanel();
  const section = document.getElementById(clause);
  const title = titleOf(section) || clause;
  const close = element(
    "button",
    { className: "fb-close", type: "button", ariaLabel: "Close feedback" },
    "✕",
  );
  const heading = element("h2", { tabIndex: -1 }, title);
  const list = element("div", { className: "fb-threads", ariaBusy: "true" });
  const panel = element("dialog", { className: "fb-panel", ariaLabel: `Feedback: ${title}` });
  const form = edition.isOpen ? commentForm(edition, clause, quote) : closed();
  const writesFirst = edition.isOpen && (quote !== null || total === 0);
  panel.append(element("div", { className: "fb-head" }, heading, close), ...asked(edition));
  const jump = jumpTo(form);
  if (!writesFirst && edition.isOpen) panel.append(jump);
  panel.append(...(writesFirst ? [form, list] : [list, form]));
  const stay = keepBelowBar(panel);
  shut = () => {
    shut = null;
    stay();
    panel.remove();
    delete document.documentElement.dataset.feedback;
    delete section?.dataset.feedback;
    markWords(null, "");
    (opener ?? section?.querySelector<HTMLElement>("a.margin-say"))?.focus();
  };
  close.addEventListener("click", closePanel);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closePanel();
  });
  show(panel, section);
  (writesFirst ? panel.querySelector("textarea") : heading)?.focus();
  if (quote) markWords(section, quote.exact);
  if (total > 0) list.append(element("p", { className: "fb-note" }, "Loading what was said …"));
  list.replaceChildren(
    ...(await listThreads(edition, clause, (words) => markWords(section, words))),
  );
  list.ariaBusy = "false";
  // Below a short list the form is in sight already.
  jump.hidden = form.offsetTop + jump.offsetHeight < panel.clientHeight;
  keepHeadingInSight(section);
}

/** The text makes room, and the clause stays where the reader had it. */
function show(panel: HTMLDialogElement, section: HTMLElement | null): void {
  const before = section?.getBoundingClientRect().top ?? 0;
  document.documentElement.dataset.feedback = "open";
  if (section) section.dataset.feedback = "";
  document.body.append(panel);
  panel.show();
  if (!section) return;
  scrollBy({ top: section.getBoundingClientRect().top - before, behavior: "instant" });
  keepHeadingInSight(section);
}

/** A notice can stand above the bar and scrolls away. @returns Stops looking. */
function keepBelowBar(panel: HTMLElement): () => void {
  const bar = document.querySelector(".site-bar");
  const place = () =>
    panel.style.setProperty("--below-bar", `${bar?.getBoundingClientRect().bottom ?? 0}px`);
  place();
  addEventListener("scroll", place, { passive: true });
  return () => removeEventListener("scroll", place);
}

/** On a phone the panel is a sheet over the text, and grows as words arrive. */
function keepHeadingInSight(section: HTMLElement | null): void {
  const heading = section?.querySelector("h1, h2, h3, h4, h5, h6");
  if (heading && innerWidth < 1024) bringIntoSight(heading);
}

/** The title alone: its number, its level and its link stand beside it in elements of their own. */
function titleOf(section: HTMLElement | null): string {
  const heading = section?.querySelector("h1, h2, h3, h4, h5, h6")?.cloneNode(true);
  if (!(heading instanceof Element)) return "";
  for (const part of heading.querySelectorAll(".permalink, .tag, .level-mark")) part.remove();
  return heading.textContent?.trim() ?? "";
}

function jumpTo(form: HTMLElement): HTMLElement {
  const button = element("button", { type: "button", className: "fb-say" }, "Say something");
  button.addEventListener("click", () => {
    form.querySelector("textarea")?.focus();
    form.scrollIntoView({ block: "nearest" });
  });
  return button;
}

/** That the public is asked, and until when. */
function asked({ consultation }: Edition): Node[] {
  if (!consultation) return [];
  const { title, state, opensAt, closesAt } = consultation;
  const [from, until] = [opensAt, closesAt].map((at) => dayWords(new Date(at)));
  const when = state === "open" ? `open until ${until}` : `from ${from} to ${until}`;
  return [element("p", { className: "fb-asked" }, element("b", {}, title), ` · ${when}`)];
}

const closed = () => element("p", { className: "fb-note" }, "Comments are closed at the moment.");
