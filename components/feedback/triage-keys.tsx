"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Kbd } from "@/components/ui/kbd";
import { useHotkey } from "@/components/ui/use-hotkey";

export interface TriageKeysProps {
  /** Addresses of the threads beside the chosen one; null at the ends. */
  next: string | null;
  previous: string | null;
  /** Of the thread that is open. */
  number: number;
}

/** The inbox by keyboard: next and previous thread, answer, decide, merge. */
export function TriageKeys({ number, next, previous }: TriageKeysProps) {
  const router = useRouter();
  useHotkey({ key: "j" }, () => next && router.push(next, { scroll: false }));
  useHotkey({ key: "k" }, () => previous && router.push(previous, { scroll: false }));
  useHotkey({ key: "a" }, () => focusIn("triage-answer"));
  useHotkey({ key: "d" }, () => focusIn("triage-decide"));
  useHotkey({ key: "m" }, () => focusIn("triage-merge"));
  useEffect(() => {
    // On a phone the thread takes the place of the list, and begins at its top.
    if (window.matchMedia("(max-width: 63.99rem)").matches) window.scrollTo(0, 0);
  }, [number]);
  return (
    <p className="text-xs text-ink-muted max-lg:hidden">
      <Kbd keys={["j"]} /> <Kbd keys={["k"]} /> next and previous · <Kbd keys={["a"]} /> answer ·{" "}
      <Kbd keys={["d"]} /> decide · <Kbd keys={["m"]} /> join with another
    </p>
  );
}

/** The first thing to type or choose in a part of the page. */
function focusIn(id: string) {
  const part = document.getElementById(id);
  const control = part?.matches("input, textarea, select")
    ? part
    : part?.querySelector<HTMLElement>("[role=radio], textarea, input, select");
  control?.focus();
  control?.scrollIntoView({ block: "center" });
}
