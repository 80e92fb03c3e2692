import { commentParagraphs } from "@/lib/feedback/comment-text";
import { KIND_WORDS, THREAD_KINDS } from "@/lib/feedback/kinds";
import { outcomeSentence } from "@/lib/feedback/outcomes";
import type { CommentView, ThreadView } from "@/lib/feedback/views";
import { element } from "./element";
import type { Edition } from "./feedback";
import type { SelectedWords } from "./selection";

type PanelThread = Omit<ThreadView, "opening"> & { comments: CommentView[] };

let panel: HTMLDialogElement | null = null;

/** Opens the panel of a clause: what was said about it, and the form to say something. */
export async function openPanel(
  edition: Edition,
  clause: string,
  quote: SelectedWords | null,
  opener: HTMLElement | null = null,
): Promise<void> {
  panel?.remove();
  const title = document.getElementById(clause)?.querySelector("h1, h2, h3, h4, h5, h6");
  const words = title?.firstChild?.parentElement?.textContent?.trim() ?? clause;
  const close = element(
    "button",
    { className: "fb-close", type: "button", ariaLabel: "Close" },
    "✕",
  );
  const heading = element("h2", { tabIndex: -1 }, words.replace(/\s*#\s*$/, ""));
  const list = element("div", { className: "fb-threads" });
  const here = element("dialog", { className: "fb-panel", ariaLabel: `Feedback: ${words}` });
  here.append(element("header", {}, heading, close), form(edition, clause, quote), list);
  const shut = () => {
    here.remove();
    opener?.focus();
  };
  close.addEventListener("click", shut);
  here.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") shut();
  });
  document.body.append(here);
  here.show();
  panel = here;
  (quote ? here.querySelector("textarea") : heading)?.focus();
  list.append(...(await threadsOf(edition, clause)));
}

async function threadsOf({ spec, release }: Edition, clause: string): Promise<Node[]> {
  const base = `/api/feedback/${encodeURIComponent(spec)}/${encodeURIComponent(release)}/threads`;
  const answer = await fetch(`${base}?on=${encodeURIComponent(clause)}`).catch(() => null);
  if (!answer?.ok) return [element("p", {}, "What was said could not be loaded. Reload the page.")];
  const { threads, total } = (await answer.json()) as { threads: PanelThread[]; total: number };
  const rest = total - threads.length;
  return [
    ...threads.map((thread) => threadCard(spec, thread)),
    ...(rest > 0
      ? [element("a", { href: `/${spec}/feedback`, className: "fb-more" }, `${rest} more threads`)]
      : []),
  ];
}

function threadCard(spec: string, thread: PanelThread): HTMLElement {
  const { disposition, hasOfficialAnswer, placement } = thread;
  const state = disposition
    ? outcomeSentence(disposition.outcome, disposition)
    : hasOfficialAnswer
      ? "Answered"
      : "Open";
  const card = element("article", {});
  card.append(
    element("p", { className: "fb-state" }, `${KIND_WORDS[thread.kind].name} · ${state}`),
    ...(thread.quote ? [element("blockquote", {}, thread.quote)] : []),
    ...thread.comments.map(commentCard),
    ...(disposition ? [element("p", { className: "fb-reason" }, disposition.reason)] : []),
    ...(placement
      ? [element("p", { className: "fb-note" }, `Written on ${thread.release}, an earlier text.`)]
      : []),
    element("a", { href: `/${spec}/feedback/${thread.number}` }, "Answer, support or report"),
  );
  return card;
}

function commentCard({
  byline,
  isOfficial,
  at,
  body,
  state,
  replacement,
}: CommentView): HTMLElement {
  const card = element("div", { className: isOfficial ? "fb-comment fb-official" : "fb-comment" });
  const who = `${byline.name}${byline.organisation && !isOfficial ? `, says: ${byline.organisation}` : ""}`;
  const mark = isOfficial ? " · official answer" : "";
  card.append(element("p", { className: "fb-who" }, `${who}${mark} · ${at.slice(0, 10)}`));
  if (state === "hidden") card.append(element("p", {}, "Hidden by a moderator."));
  if (state === "withdrawn") card.append(element("p", {}, "Taken back by its author."));
  for (const lines of commentParagraphs(body)) {
    const paragraph = element("p", { dir: "auto" });
    lines.forEach((pieces, index) => {
      if (index > 0) paragraph.append(element("br"));
      for (const { text, href } of pieces) {
        paragraph.append(href ? element("a", { href, rel: "nofollow ugc noopener" }, text) : text);
      }
    });
    card.append(paragraph);
  }
  if (replacement) card.append(element("p", {}, element("ins", {}, replacement)));
  return card;
}

function form({ spec, release }: Edition, on: string, quote: SelectedWords | null): HTMLElement {
  const made = element("form", { method: "post", action: "/api/feedback/comment" });
  const hidden = { spec, release, on, shown: String(Date.now()), ...quote };
  const kind = element("select", { name: "kind" });
  kind.ariaLabel = "What is it?";
  for (const one of THREAD_KINDS) {
    kind.append(element("option", { value: one }, KIND_WORDS[one].name));
  }
  const body = element("textarea", { name: "body", required: true, rows: 4 });
  body.ariaLabel = "What do you want to say?";
  body.placeholder = quote ? "About these words …" : "About this clause …";
  const problem = element("p", { className: "fb-problem", role: "alert" });
  const replacement = element("textarea", { name: "replacement", rows: 2, hidden: true });
  replacement.ariaLabel = replacement.placeholder = "What would you write instead?";
  kind.addEventListener("change", () => {
    replacement.hidden = kind.value !== "suggestion" || !quote;
  });
  made.append(
    ...Object.entries(hidden).map(([name, value]) =>
      element("input", { type: "hidden", name, value }),
    ),
    ...(quote ? [element("blockquote", {}, quote.exact)] : []),
    kind,
    body,
    replacement,
    problem,
    element("button", { type: "submit", className: "fb-send" }, "Go on"),
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(made, problem);
  });
  return made;
}

/** What was wrong is said in place, and the words stay; otherwise the next page says how it goes on. */
async function send(form: HTMLFormElement, problem: HTMLElement): Promise<void> {
  const answer = await fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    headers: { accept: "application/json" },
  }).catch(() => null);
  const told = (await answer?.json().catch(() => null)) as {
    place?: string;
    problem?: string;
    error?: { message: string };
  } | null;
  if (answer?.ok && told?.place) location.assign(told.place);
  else {
    problem.textContent =
      told?.problem ??
      told?.error?.message ??
      "This could not be sent. Your words are still here: check your connection, then try again.";
  }
}
