"use client";

import { Check, CircleHelp, Minus, X } from "lucide-react";
import { MenuChoice, MenuLabel } from "@/components/ui/menu";
import { VERDICT_WORDS } from "../views/words";
import { AnchoredMenu } from "./anchored";
import type { NodeMenuProps } from "./menu-host";
import type { NodeHandle } from "./node-handle";

/** What a response is worth. */
export function VerdictMenu({ handle, anchor, onClose }: NodeMenuProps) {
  return (
    <AnchoredMenu anchor={anchor} label="Verdict" onClose={onClose}>
      <MenuLabel>Verdict</MenuLabel>
      <VerdictChoice handle={handle} />
    </AnchoredMenu>
  );
}

const SIGNS = { GOOD: Check, BAD: X, OK: Minus } as const;
const TONES = { GOOD: "text-positive", BAD: "text-negative", OK: "text-caution" } as const;

export function VerdictChoice({ handle }: { handle: NodeHandle }) {
  const options = (["GOOD", "OK", "BAD"] as const).map((value) => {
    const Sign = SIGNS[value];
    const label = (
      <>
        <Sign aria-hidden className={TONES[value]} /> {VERDICT_WORDS[value]}
      </>
    );
    return { value: value as string, label };
  });
  const none = {
    value: "",
    label: (
      <>
        <CircleHelp aria-hidden /> No verdict
      </>
    ),
  };
  return (
    <MenuChoice
      label="Verdict"
      value={String(handle.attrs["verdict"] ?? "")}
      onValueChange={(verdict) =>
        // Only a bad response breaks a clause.
        handle.set({ verdict: verdict || null, ...(verdict === "BAD" ? {} : { violates: null }) })
      }
      options={[...options, none]}
    />
  );
}
