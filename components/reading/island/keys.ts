import { say } from "./toast";

const HELP: readonly [string, string][] = [
  ["/", "Search in this text"],
  ["j, k", "Next, previous clause"],
  ["]  [", "Next, previous example"],
  ["c", "Comment on the clause, or on selected words"],
  ["?", "These keys"],
];

const COMPARISON_HELP: typeof HELP = [
  ["n, p", "Next, previous change"],
  ["?", "These keys"],
];

const isComparison = () => document.documentElement.dataset.page === "comparison";

/** Answers keys. They do nothing while somebody writes. */
export function handleKeys(): void {
  addEventListener("keydown", ({ key, target, metaKey, ctrlKey, altKey }) => {
    if (metaKey || ctrlKey || altKey) return;
    if (
      target instanceof Element &&
      target.closest("input, textarea, select, [contenteditable], dialog")
    )
      return;
    press(key);
  });
  addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-do=search]")) press("/");
  });
}

/** Does what a key means. */
export function press(key: string): void {
  if (key === "?") return help();
  if (isComparison()) {
    const step = key === "n" ? 1 : key === "p" ? -1 : null;
    if (step) void import("./compare").then(({ goToChange }) => goToChange(step));
    return;
  }
  if (key === "/") {
    // The key itself must not end up in the field.
    setTimeout(() => void import("./search").then(({ openSearch }) => openSearch()));
  }
  if (key === "j") step(".clause[id]", 1);
  if (key === "k") step(".clause[id]", -1);
  if (key === "]") step(".example", 1);
  if (key === "[") step(".example", -1);
}

/** Goes to the next or the previous one, from where the reader is. */
function step(what: string, by: 1 | -1): void {
  const edge = 90;
  const all = [...document.querySelectorAll<HTMLElement>(`main ${what}`)].filter(
    ({ hidden, offsetParent }) => !hidden && offsetParent !== null,
  );
  const tops = all.map((element) => element.getBoundingClientRect().top);
  const next =
    by > 0 ? tops.findIndex((top) => top > edge) : tops.findLastIndex((top) => top < edge - 30);
  const target = all[next];
  if (!target) return say(by > 0 ? "That was the last one" : "That was the first one");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ behavior: "instant" });
  const id = target.id || target.querySelector(":scope > figcaption > .permalink")?.id;
  if (id) history.replaceState(null, "", `#${encodeURIComponent(id)}`);
}

function help(): void {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.ariaLabel = "Keys";
  const list = document.createElement("dl");
  for (const [key, words] of isComparison() ? COMPARISON_HELP : HELP) {
    const term = document.createElement("dt");
    for (const each of key.split(/[, ]+/))
      term.append(Object.assign(document.createElement("kbd"), { textContent: each }), " ");
    list.append(term, Object.assign(document.createElement("dd"), { textContent: words }));
  }
  const title = Object.assign(document.createElement("h2"), {
    className: "caps",
    textContent: "Keys",
  });
  dialog.append(title, list);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
