import { dayWords } from "@/components/reading/day-words";
import { commentParagraphs } from "@/lib/feedback/comment-text";
import { KIND_WORDS } from "@/lib/feedback/kinds";
import { outcomeSentence } from "@/lib/feedback/outcomes";
import type { PanelComment, PanelThread } from "@/lib/feedback/views";
import { element } from "./element";
import type { Edition } from "./feedback";

/**
 * What was said about a clause, as cards, and the way to the rest of it.
 *
 * @param find Shows words of the text that somebody spoke about.
 */
export async function listThreads(
  { spec, release }: Edition,
  clause: string,
  find: (words: string) => void,
): Promise<Node[]> {
  const [at, on] = [encodeURIComponent(release), encodeURIComponent(clause)];
  const address = `/api/feedback/${encodeURIComponent(spec)}/${at}/threads?on=${on}`;
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return [element("p", {}, "What was said could not be loaded. Reload the page.")];
  const { threads, total } = (await answer.json()) as { threads: PanelThread[]; total: number };
  const rest = total - threads.length;
  const all = `/${encodeURIComponent(spec)}/${at}/feedback?on=${on}`;
  const cards = threads.map((thread) => threadCard({ spec, release }, thread, find));
  if (rest <= 0) return cards;
  return [
    element(
      "p",
      { className: "fb-note" },
      `The newest ${threads.length} of ${total} threads. `,
      element("a", { href: `${all}&sort=support` }, "Most supported first, and all of them"),
    ),
    ...cards,
    element("p", {}, element("a", { href: all }, `${rest} more on a page of their own`)),
  ];
}

function threadCard(
  { spec, release }: Pick<Edition, "spec" | "release">,
  thread: PanelThread,
  find: (words: string) => void,
): HTMLElement {
  const { disposition, placement, comments, quote, kind, label } = thread;
  const card = element("article", {});
  card.ariaLabel = `${KIND_WORDS[kind].name}, thread ${thread.number}`;
  card.append(
    element(
      "p",
      { className: "fb-state" },
      element("b", {}, KIND_WORDS[kind].name),
      ` · ${stateOf(thread)}${label ? ` · ${label}` : ""}`,
    ),
    ...(quote ? [quoted(quote, find)] : []),
    ...comments.map(commentCard),
  );
  if (disposition) {
    card.append(element("p", { className: "fb-reason", dir: "auto" }, disposition.reason));
  }
  if (placement && thread.release !== release) {
    const words = `Written on ${thread.release}, another release.`;
    card.append(element("p", { className: "fb-note" }, words));
  }
  const more = thread.replies + 1 - comments.length;
  const way = `${more > 0 ? `${more} more ${more === 1 ? "answer" : "answers"}. ` : ""}Answer, support, report`;
  const href = `/${encodeURIComponent(spec)}/feedback/${thread.number}`;
  card.append(element("p", {}, element("a", { href }, way)));
  return card;
}

function stateOf({ disposition, hasOfficialAnswer }: PanelThread): string {
  if (disposition) return outcomeSentence(disposition.outcome, disposition);
  return hasOfficialAnswer ? "Answered" : "Open";
}

/** The words that are meant; pressing them shows them in the text. */
function quoted(words: string, find: (words: string) => void): HTMLElement {
  const button = element(
    "button",
    { type: "button", className: "fb-quote", dir: "auto", title: "Show in the text" },
    element("mark", {}, words),
  );
  button.addEventListener("click", () => find(words));
  return button;
}

function commentCard(comment: PanelComment): HTMLElement {
  const { byline, isOfficial, at, body, state, change } = comment;
  const card = element("div", { className: isOfficial ? "fb-comment fb-official" : "fb-comment" });
  const belongs = byline.organisation && !isOfficial ? ` · says: ${byline.organisation}` : "";
  const mark = isOfficial ? " · official answer" : "";
  card.append(
    element(
      "p",
      { className: "fb-who" },
      element("b", {}, byline.name),
      `${belongs}${mark} · ${dayWords(new Date(at))}`,
    ),
  );
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
  if (change) {
    const parts = change.map(({ kind, text }) =>
      kind === "same" ? text : element(kind, {}, text),
    );
    card.append(element("p", { className: "fb-change", dir: "auto" }, ...parts));
  }
  return card;
}
