"use client";

import { useRef, useState } from "react";
import { useHotkey } from "@/components/ui/use-hotkey";
import { nextPlace } from "./next-place";
import { placesWords, StepperFrame } from "./stepper-frame";

/** Goes from change to change by button or by the keys n and p, and says where one is. */
export function ChangeStepper({ stops }: { stops: number }) {
  const [at, setAt] = useState(0);
  const last = useRef<HTMLElement>(null);
  const go = (step: 1 | -1) => {
    const places = Array.from(document.querySelectorAll<HTMLElement>("[data-stop]"));
    const next = nextPlace(places, step, last.current);
    const place = places[next];
    if (!place) return;
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
    last.current = place;
    setAt(next + 1);
  };
  useHotkey({ key: "n" }, () => go(1));
  useHotkey({ key: "p" }, () => go(-1));
  if (stops === 0) return null;
  return (
    <StepperFrame
      status={at === 0 ? placesWords(stops) : `${at} of ${stops}`}
      onPrevious={() => go(-1)}
      onNext={() => go(1)}
    />
  );
}
