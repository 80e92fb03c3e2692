import { nextPlace } from "@/components/diff/next-place";

/** What a comparison does beyond being read: steps from change to change, and text behind folds. */
export function startComparing(): void {
  // Toggling does not bubble.
  addEventListener("toggle", ({ target }) => unfold(target), true);
  // Opened while this script was on its way.
  document.querySelectorAll("[data-fold][open]").forEach(unfold);
  addEventListener("click", ({ target }) => {
    const control = target instanceof Element ? target.closest<HTMLElement>("[data-do]") : null;
    if (control?.dataset.do === "next-change") goToChange(1);
    if (control?.dataset.do === "previous-change") goToChange(-1);
  });
}

let last: HTMLElement | null = null;

/** Goes to the next change or the previous one, and says which one it is. */
export function goToChange(step: 1 | -1): void {
  const places = [...document.querySelectorAll<HTMLElement>("[data-stop]")];
  const next = nextPlace(places, step, last);
  const place = places[next];
  if (!place) return;
  place.scrollIntoView({ block: "start" });
  place.focus({ preventScroll: true });
  last = place;
  const status = document.querySelector(".diff-stepper [role=status]");
  if (status) status.textContent = `${next + 1} of ${places.length}`;
}

/** Fetches the text of a fold that was opened. What was fetched once stays. */
function unfold(target: EventTarget | null): void {
  if (!(target instanceof HTMLDetailsElement) || !target.open) return;
  const { fold } = target.dataset;
  const place = target.querySelector(":scope > .diff-fetch");
  const [link] = place?.children ?? [];
  if (!fold || !place || !link || place.ariaBusy === "true") return;
  place.ariaBusy = "true";
  place.replaceChildren("Fetching the text ", link);
  fetch(fold)
    .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.statusText))))
    .then(
      (text) => {
        const { body } = new DOMParser().parseFromString(text, "text/html");
        place.replaceWith(...body.childNodes);
      },
      // Whatever went wrong, the page with all of it can be gone to, and the fold opened again.
      () => {
        place.ariaBusy = "false";
        place.replaceChildren("The text could not be fetched. ", link);
      },
    );
}
