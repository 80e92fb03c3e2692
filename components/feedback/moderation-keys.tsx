"use client";

import { Kbd } from "@/components/ui/kbd";
import { useHotkey } from "@/components/ui/use-hotkey";

/** The queue by keyboard: the comment after and before the one that has the focus, and what to do with it. */
export function ModerationKeys() {
  useHotkey({ key: "j" }, () => step(1));
  useHotkey({ key: "k" }, () => step(-1));
  useHotkey({ key: "y" }, () => press("approve"));
  useHotkey({ key: "h" }, () => press("hide"));
  return (
    <p className="text-xs text-ink-muted max-lg:hidden">
      <Kbd keys={["j"]} /> <Kbd keys={["k"]} /> next and previous · <Kbd keys={["y"]} /> let it be
      read · <Kbd keys={["h"]} /> hide
    </p>
  );
}

const queued = () => [...document.querySelectorAll<HTMLElement>("[data-queued]")];

const focused = () => document.activeElement?.closest<HTMLElement>("[data-queued]") ?? null;

function step(by: number) {
  const all = queued();
  const here = focused();
  const next = here ? all[all.indexOf(here) + by] : all[0];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}

/** Only on a chosen comment: a letter pressed by accident decides nothing. */
function press(deed: string) {
  focused()?.querySelector<HTMLButtonElement>(`button[data-deed=${deed}]`)?.click();
}
