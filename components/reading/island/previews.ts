import { close, float, floatingBox, isFloating } from "./floating";

const LINGER_MS = 350;

/** A reference shows the beginning of what it points at when somebody rests on it. */
export function previewReferences(): void {
  const main = document.getElementById("main");
  let timer: ReturnType<typeof setTimeout> | undefined;
  main?.addEventListener("pointerover", ({ target, pointerType }) => {
    const link = pointerType === "mouse" ? referenceAt(target) : null;
    if (!link || isFloating(link)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const found = beginningOf(decodeURIComponent(link.hash.slice(1)));
      if (found && link.matches(":hover")) float(link, "Preview", found);
    }, LINGER_MS);
  });
  // Who goes through the text with the keyboard is shown what a word means, and stays where they are.
  main?.addEventListener("focusin", ({ target }) => {
    const link = referenceAt(target);
    if (!link?.matches(".term:focus-visible") || isFloating(link)) return;
    const found = beginningOf(decodeURIComponent(link.hash.slice(1)));
    if (found) float(link, "Preview", found);
  });
  main?.addEventListener("focusout", ({ target }) => {
    const link = referenceAt(target);
    if (link && isFloating(link)) close();
  });
  addEventListener("pointerout", ({ target, relatedTarget }) => {
    const link = referenceAt(target);
    const box = floatingBox();
    const leaves = link ? isFloating(link) : target instanceof Node && box?.contains(target);
    if (link) clearTimeout(timer);
    // Prompts were asked for with a click and stay until they are closed.
    if (!leaves || box?.ariaLabel !== "Preview") return;
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget)))
      setTimeout(closeUnless, 200);
  });
}

function closeUnless(): void {
  const box = floatingBox();
  if (box?.ariaLabel === "Preview" && !box.matches(":hover")) close();
}

function referenceAt(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest("a") : null;
  const isReference =
    link?.hash &&
    link.pathname === location.pathname &&
    (!link.className || link.className === "term") &&
    !link.closest("#contents");
  return isReference ? link : null;
}

/** The heading and the first words of a section or an example. */
function beginningOf(id: string): DocumentFragment | null {
  const named = document.getElementById(id);
  const target = named?.closest(".example") ?? named;
  if (target?.matches("p, li")) {
    const definition = document.createElement("p");
    definition.append(...clone(target).childNodes);
    const content = document.createDocumentFragment();
    content.append(definition);
    return content;
  }
  const heading = target?.querySelector("h2, h3, h4, h5, h6, figcaption");
  if (!target || !heading) return null;
  const content = document.createDocumentFragment();
  const title = document.createElement("p");
  title.append(...clone(heading).childNodes);
  content.append(title);
  const words = target.querySelector(":scope > p:not(.former-id), :scope > .turn, :scope > ul");
  if (words) content.append(clone(words));
  return content;
}

/** A copy without ids and without the sign for copying a link. */
function clone(element: Element): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.querySelectorAll(".permalink, a.marker").forEach((each) => each.remove());
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  return copy;
}

/** A marker shows its evaluation prompts. They stand on a page of their own, fetched once. */
export function previewPrompts(): void {
  let page: Promise<Document> | null = null;
  addEventListener("click", (event) => {
    const marker =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.marker") : null;
    if (!marker || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (isFloating(marker)) return close();
    page ??= fetch(marker.pathname)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
      .then((text) =>
        // Its style sheet is not the one that the policy of this page allows.
        new DOMParser().parseFromString(text.replace(/<style>[\s\S]*?<\/style>/, ""), "text/html"),
      );
    page.then(
      (prompts) => show(marker, prompts),
      // Whatever went wrong, the page itself can be gone to.
      () => location.assign(marker.href),
    );
  });
}

function show(marker: HTMLAnchorElement, page: Document): void {
  const content = document.createDocumentFragment();
  const title = document.createElement("a");
  title.className = "caps";
  title.href = marker.href;
  title.textContent = marker.ariaLabel ?? "Evaluation prompts";
  content.append(title);
  const found = page.getElementById(decodeURIComponent(marker.hash.slice(1)));
  for (const example of found?.querySelectorAll(".example") ?? []) content.append(clone(example));
  float(marker, "Evaluation prompts", content);
  floatingBox()?.focus();
}
