"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { useHotkey } from "@/components/ui/use-hotkey";

/** Goes from change to change by button or by the keys n and p, and says where one is. */
export function ChangeStepper({ stops }: { stops: number }) {
  const [at, setAt] = useState(0);
  const go = (step: 1 | -1) => {
    const places = Array.from(document.querySelectorAll<HTMLElement>("[data-stop]"));
    if (places.length === 0) return;
    const next = nextPlace(places, step);
    const place = places[next]!;
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
    setAt(next + 1);
  };
  useHotkey({ key: "n" }, () => go(1));
  useHotkey({ key: "p" }, () => go(-1));
  if (stops === 0) return null;
  return (
    <div
      role="group"
      aria-label="Go from change to change"
      data-print="hidden"
      className="fixed end-4 bottom-4 z-20 flex items-center gap-1 rounded-full border border-line bg-raised py-1 ps-4 pe-1 shadow-overlay"
    >
      <span role="status" className="text-sm tabular-nums">
        {at === 0 ? `${stops} places` : `${at} of ${stops}`}
      </span>
      <IconButton aria-label="Previous change" onClick={() => go(-1)} size="sm">
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton aria-label="Next change" onClick={() => go(1)} size="sm">
        <ChevronDown aria-hidden />
      </IconButton>
      <span className="pe-2 max-sm:hidden" aria-hidden>
        <Kbd keys={["n", "p"]} />
      </span>
    </div>
  );
}

/** From where the focus is, or else from what is at the top of the window. Ends meet. */
function nextPlace(places: readonly HTMLElement[], step: 1 | -1): number {
  const held = places.findIndex((place) => place === document.activeElement);
  if (held >= 0) return (held + step + places.length) % places.length;
  const below = places.findIndex((place) => place.getBoundingClientRect().top > 0);
  if (step === 1) return below < 0 ? 0 : below;
  return ((below < 0 ? places.length : below) - 1 + places.length) % places.length;
}
