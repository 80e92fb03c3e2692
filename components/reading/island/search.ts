import MiniSearch from "minisearch";
import { headingWords } from "./heading-words";

// The text is on the page already, so it is read from there: an index of its own would send it twice.
interface Entry {
  id: string;
  title: string;
  place: string;
  text: string;
}

const MOST = 12;
let index: MiniSearch<Entry> | null = null;
let dialog: HTMLDialogElement | null = null;

/** Opens the search. The index is made at the first time, in a fraction of a second. */
export function openSearch(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector("input");
  field?.select();
  index ??= makeIndex();
}

function makeIndex(): MiniSearch<Entry> {
  const made = new MiniSearch<Entry>({
    fields: ["title", "text"],
    storeFields: ["title", "place", "text"],
    searchOptions: { boost: { title: 4 }, prefix: true, fuzzy: 0.15, combineWith: "AND" },
  });
  made.addAll(collect());
  return made;
}

function collect(): Entry[] {
  const entries: Entry[] = [];
  for (const section of document.querySelectorAll<HTMLElement>(".sections .clause[id]")) {
    const heading = section.querySelector<HTMLElement>("h2, h3, h4, h5, h6");
    const title = headingWords(heading);
    const level = wordsOf(section.querySelector(".level-mark"));
    const own = [...section.children].filter(
      (child) => !child.matches("h2, h3, h4, h5, h6, .example, .margin, .former-id"),
    );
    const place = [heading?.dataset.number, level].filter(Boolean).join(" · ");
    entries.push({ id: section.id, title, place, text: own.map(wordsOf).join(" ") });
    for (const link of section.querySelectorAll(".example > figcaption > .permalink")) {
      const example = link.closest(".example")!;
      const caption = headingWords(link.parentElement);
      const turns = [...example.children].filter((child) => child.localName !== "figcaption");
      entries.push({
        id: link.id,
        title: caption,
        place: `Example in ${title}`,
        text: turns.map(wordsOf).join(" "),
      });
    }
  }
  return entries;
}

/** Parts of a sentence; whatever else ends, a word ends with it. */
const IN_SENTENCE = "a, em, strong, code, s, span, sup, math *";

function wordsOf(element: Element | null): string {
  if (!element) return "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = "";
  let owner: Element | null = null;
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode;
    const own = parentElement?.closest(`:not(${IN_SENTENCE})`) ?? null;
    words += own === owner ? "" : " ";
    words += walker.currentNode.textContent;
    owner = own;
  }
  return words.replaceAll(/\s+/g, " ").trim();
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement("dialog");
  made.className = "search";
  made.ariaLabel = "Search in this text";
  const field = document.createElement("input");
  Object.assign(field, {
    type: "search",
    placeholder: "Search clauses and examples",
    autocomplete: "off",
  });
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-label", "Search in this text");
  field.setAttribute("aria-controls", "search-results");
  field.setAttribute("aria-expanded", "true");
  const list = document.createElement("div");
  list.id = "search-results";
  list.setAttribute("role", "listbox");
  list.ariaLabel = "Results";
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.textContent = "Type to search. Everything happens on this page.";
  made.append(field, status, list);
  field.addEventListener("input", () => {
    status.textContent = fill(list, field.value.trim());
    select(field, list, 0);
  });
  field.addEventListener("keydown", (event) => handleKey(event, field, list, made));
  made.addEventListener("click", ({ target }) => {
    if (target === made || (target instanceof Element && target.closest("a"))) made.close();
  });
  document.body.append(made);
  return made;
}

/** @returns What to say about the results. */
function fill(list: HTMLElement, query: string): string {
  list.textContent = "";
  if (query === "") return "Type to search. Everything happens on this page.";
  const found = index?.search(query) ?? [];
  found.slice(0, MOST).forEach((entry, position) => {
    const option = document.createElement("a");
    option.id = `result-${position}`;
    option.setAttribute("role", "option");
    option.tabIndex = -1;
    option.href = `#${encodeURIComponent(String(entry.id))}`;
    const title = document.createElement("b");
    title.textContent = String(entry.title);
    const place = document.createElement("i");
    place.textContent = String(entry.place);
    option.append(title, place, snippet(String(entry.text), entry.terms));
    list.append(option);
  });
  if (found.length === 0) return "Nothing here holds these words.";
  return `${found.length} ${found.length === 1 ? "place" : "places"}${found.length > MOST ? `, the best ${MOST} first` : ""}`;
}

/** Whole words, a few before a place and more after it. */
function wordsAround(text: string, at: number): string {
  const from = at < 60 ? 0 : text.lastIndexOf(" ", at - 40) + 1;
  const end = text.indexOf(" ", from + 140);
  return `${from > 0 ? "… " : ""}${text.slice(from, end < 0 ? undefined : end)}${end < 0 ? "" : " …"}`;
}

/** Some words around the first hit, with the hits marked. */
function snippet(text: string, terms: readonly string[]): HTMLElement {
  const line = document.createElement("small");
  const hits = new RegExp(
    terms.map((term) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|") || "$^",
    "gi",
  );
  const piece = wordsAround(text, Math.max(0, text.search(hits)));
  let from = 0;
  for (const hit of piece.matchAll(hits)) {
    const mark = document.createElement("mark");
    mark.textContent = hit[0];
    line.append(piece.slice(from, hit.index), mark);
    from = hit.index + hit[0].length;
  }
  line.append(piece.slice(from));
  return line;
}

function handleKey(
  event: KeyboardEvent,
  field: HTMLInputElement,
  list: HTMLElement,
  box: HTMLDialogElement,
): void {
  const options = [...list.children] as HTMLAnchorElement[];
  const now = options.findIndex(({ ariaSelected }) => ariaSelected === "true");
  if (event.key === "ArrowDown") select(field, list, Math.min(now + 1, options.length - 1));
  else if (event.key === "ArrowUp") select(field, list, Math.max(now - 1, 0));
  else if (event.key === "Enter" && options[now]) {
    box.close();
    location.hash = options[now].hash;
  } else return;
  event.preventDefault();
}

function select(field: HTMLInputElement, list: HTMLElement, chosen: number): void {
  [...list.children].forEach((option, index) => {
    option.ariaSelected = String(index === chosen);
    if (index !== chosen) return;
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  });
}
