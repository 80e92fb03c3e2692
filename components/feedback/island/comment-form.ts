import { KIND_WORDS, THREAD_KINDS } from "@/lib/feedback/kinds";
import { element } from "./element";
import type { Edition } from "./feedback";
import type { SelectedWords } from "./selection";

let forms = 0;

/** The form to say something about a clause or about chosen words. Who one is comes afterwards. */
export function commentForm(
  { spec, release }: Edition,
  on: string,
  quote: SelectedWords | null,
): HTMLFormElement {
  const form = element("form", { method: "post", action: "/api/feedback/comment" });
  const hidden = { spec, release, on, shown: String(Date.now()), ...quote };
  const body = element("textarea", { name: "body", required: true, rows: 4 });
  const replacement = element("textarea", { name: "replacement", rows: 2 });
  const instead = labelled("What would you write instead?", replacement);
  const problem = element("p", { className: "fb-problem", role: "alert" });
  const kinds = kindChoice((kind) => {
    instead.hidden = kind !== "suggestion" || !quote;
    // Whoever writes other words usually begins with these.
    if (!instead.hidden && replacement.value === "") replacement.value = quote?.exact ?? "";
  });
  instead.hidden = true;
  const known = localStorage.getItem("signed-in") === "1";
  form.append(
    ...Object.entries(hidden).map(([name, value]) =>
      element("input", { type: "hidden", name, value }),
    ),
    element(
      "h3",
      {},
      quote ? "Say something about these words" : "Say something about this clause",
    ),
    ...(quote ? [element("blockquote", { dir: "auto" }, element("mark", {}, quote.exact))] : []),
    kinds,
    labelled("What do you want to say?", body),
    instead,
    problem,
    element(
      "button",
      { type: "submit", className: "fb-send" },
      known ? "Post the comment" : "Go on",
    ),
    element(
      "p",
      { className: "fb-note" },
      "Plain text, and public: leave out what would tell others about somebody’s private life.",
      known ? "" : " Next you say who you are; your words are kept until then.",
    ),
  );
  keepWords(form, body, `feedback ${spec} ${release} ${on} ${quote?.exact ?? ""}`);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, problem);
  });
  return form;
}

function labelled(words: string, control: HTMLTextAreaElement): HTMLElement {
  control.id = `fb-${control.name}-${++forms}`;
  return element("div", {}, element("label", { htmlFor: control.id }, words), control);
}

function kindChoice(choose: (kind: string) => void): HTMLElement {
  const set = element("fieldset", {}, element("legend", {}, "What is it?"));
  const hint = element("p", { className: "fb-note" }, KIND_WORDS.question.hint);
  for (const kind of THREAD_KINDS) {
    const { name, hint: words } = KIND_WORDS[kind];
    const radio = element("input", {
      type: "radio",
      name: "kind",
      value: kind,
      defaultChecked: kind === "question",
    });
    radio.addEventListener("change", () => {
      hint.textContent = words;
      choose(kind);
    });
    set.append(element("label", {}, radio, element("span", {}, name)));
  }
  set.append(hint);
  return set;
}

/** What was typed outlives a closed panel and a reload, in this tab alone. */
function keepWords(form: HTMLFormElement, body: HTMLTextAreaElement, name: string): void {
  body.value = sessionStorage.getItem(name) ?? "";
  body.addEventListener("input", () => sessionStorage.setItem(name, body.value));
  form.addEventListener("sent", () => sessionStorage.removeItem(name));
}

/** What was wrong is said in place, and the words stay; otherwise the next page says how it goes on. */
async function send(form: HTMLFormElement, problem: HTMLElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>("[type=submit]");
  // Pressed twice is sent once.
  if (!button || button.ariaDisabled === "true") return;
  button.ariaDisabled = "true";
  problem.textContent = "";
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
  if (answer?.ok && told?.place) {
    form.dispatchEvent(new Event("sent"));
    location.assign(told.place);
    return;
  }
  button.ariaDisabled = null;
  problem.textContent =
    told?.problem ??
    told?.error?.message ??
    "This could not be sent. Your words are still here: check your connection, then try again.";
}
