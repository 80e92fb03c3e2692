// Everything a page for readers does beyond being read. Fetched at the first sign of a person.
import { linkAccount } from "./account-link";
import { linkBlocks } from "./block-links";
import { linkClauses } from "./clause-links";
import { copyLinks } from "./copy-links";
import { loadLaterStyle } from "./later-style";
import { filterLevels } from "./level-filter";
import { handleKeys } from "./keys";
import { fetchLetters } from "./letters";
import { linkPassages } from "./passage-link";
import { previewPrompts, previewReferences } from "./previews";
import { followScrolling } from "./scroll-spy";
import { tabResponses } from "./response-tabs";
import { sameClauseThere } from "./same-clause";
import { linkTerms } from "./terms";
import { switchTheme } from "./theme";

export { press } from "./keys";

loadLaterStyle();
void fetchLetters();
linkAccount();
switchTheme();
handleKeys();

// A comparison shows no text to discuss or to search in, but two of them.
if (document.documentElement.dataset.page === "comparison") {
  // Waited for: the first script clicks again what was clicked while this one was on its way.
  const { startComparing } = await import("./compare");
  startComparing();
} else {
  startReading();
}

// Tells the first script that clicks and keys are answered here from now on.
customElements.define("precept-islands", class extends HTMLElement {});

function startReading(): void {
  copyLinks();
  linkPassages();
  linkBlocks();
  linkClauses();
  linkTerms();
  filterLevels();
  previewReferences();
  previewPrompts();
  followScrolling();
  tabResponses();
  sameClauseThere();
  // Apart from the rest: whoever only reads a page without feedback fetches none of it.
  void import("@/components/feedback/island/feedback").then(({ startFeedback }) => startFeedback());
}
