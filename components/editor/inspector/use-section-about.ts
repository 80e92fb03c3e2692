import { useEffect, useState } from "react";
import type { SectionAboutView } from "@/lib/draft/section-about-view";
import { useDesk } from "../desk-context";

/** How long one must stay in a section before it is asked about, and how often it is asked again. */
const REST_MS = 250;
const AGAIN_MS = 60_000;

/**
 * What the server knows about a section: writers, feedback, review. Null until it is known. Brings the
 * authority levels along, which the settings may change while the draft is open.
 */
export function useSectionAbout(uid: string | null): SectionAboutView | null {
  const desk = useDesk();
  const [known, setKnown] = useState<{ uid: string; about: SectionAboutView } | null>(null);
  useEffect(() => {
    if (uid === null) return;
    const aborted = new AbortController();
    const address = `/w/${desk.options.slug}/edit/about/${encodeURIComponent(uid)}`;
    const ask = async () => {
      if (document.visibilityState === "hidden" || !navigator.onLine) return;
      // Without an answer the panel shows what it knows; the text itself does not depend on it.
      const about = await fetch(address, { signal: aborted.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<SectionAboutView>) : null))
        .catch(() => null);
      if (!about || aborted.signal.aborted) return;
      desk.setLevels(about.levels);
      setKnown({ uid, about });
    };
    const first = setTimeout(ask, REST_MS);
    const again = setInterval(ask, AGAIN_MS);
    window.addEventListener("focus", ask);
    return () => {
      aborted.abort();
      clearTimeout(first);
      clearInterval(again);
      window.removeEventListener("focus", ask);
    };
  }, [desk, uid]);
  return known?.uid === uid ? known.about : null;
}
