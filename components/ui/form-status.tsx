import { CloudOff, CircleCheck, TriangleAlert, type LucideIcon } from "lucide-react";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export type SaveState = "saved" | "saving" | "offline" | "failed";

const STATES: Record<Exclude<SaveState, "saving">, { Icon: LucideIcon; look: string }> = {
  saved: { Icon: CircleCheck, look: "text-ink-muted" },
  offline: { Icon: CloudOff, look: "text-caution" },
  failed: { Icon: TriangleAlert, look: "text-negative" },
};

const WORDS: Record<SaveState, string> = {
  saved: "Saved",
  saving: "Saving",
  offline: "Offline, kept on this device",
  failed: "Not saved",
};

export interface FormStatusProps {
  state: SaveState;
  /** Other words for the same state, for example "Saved 14:05". */
  words?: string;
  className?: string;
}

/** Whether what was written is safe, always in words. Announced politely; change it at most every few seconds. */
export function FormStatus({ state, words = WORDS[state], className }: FormStatusProps) {
  const known = state === "saving" ? null : STATES[state];
  return (
    <p
      role="status"
      className={cn(
        "flex items-center gap-1.5 text-sm",
        known ? known.look : "text-ink-muted",
        className,
      )}
    >
      {known ? <known.Icon aria-hidden className="size-4 shrink-0" /> : <Spinner />}
      {words}
    </p>
  );
}
