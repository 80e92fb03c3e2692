"use client";

import { Check, Copy, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";
import { VisuallyHidden } from "./visually-hidden";

const SHOWN_FOR_MS = 2000;

export interface CopyButtonProps extends Omit<ButtonProps, "children" | "onClick"> {
  /** The text that goes to the clipboard. */
  text: string;
  /** What is copied, for example "Copy link". */
  label: string;
  /** Shows the icon alone; the label remains the accessible name. */
  iconOnly?: boolean;
}

/** Copies text and says whether that worked. */
export function CopyButton({ text, label, iconOnly = false, ...rest }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const handleCopy = () =>
    copy(text).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    );
  const words =
    outcome === "copied" ? "Copied" : outcome === "refused" ? "The browser refused to copy" : label;
  const Icon = outcome === "copied" ? Check : outcome === "refused" ? TriangleAlert : Copy;
  return (
    <>
      <Button size="sm" variant="quiet" onClick={handleCopy} {...rest}>
        <Icon aria-hidden />
        {iconOnly ? <VisuallyHidden>{label}</VisuallyHidden> : words}
      </Button>
      <span role="status" className="sr-only">
        {outcome && words}
      </span>
    </>
  );
}

// The clipboard does not exist at all on a page served without encryption.
async function copy(text: string) {
  if (!navigator.clipboard) throw new Error("no clipboard on this page");
  await navigator.clipboard.writeText(text);
}
