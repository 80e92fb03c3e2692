"use client";

import { CircleAlert, CircleCheck, CloudOff, Eye, LoaderCircle } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Popover } from "@/components/ui/popover";
import { useDesk, useSession } from "../desk-context";
import { conditionWords, type Condition } from "./condition";
import { ExportCopy } from "./export-copy";

const ICONS: Record<Condition["kind"], typeof Eye> = {
  opening: LoaderCircle,
  saved: CircleCheck,
  saving: LoaderCircle,
  offline: CloudOff,
  "not-saved": CircleAlert,
  reading: Eye,
  closed: CircleAlert,
};

const TONES: Record<Condition["kind"], string> = {
  opening: "text-ink-muted",
  saved: "text-ink-muted",
  saving: "text-ink-muted",
  offline: "text-caution",
  "not-saved": "text-negative",
  reading: "text-ink-muted",
  closed: "text-negative",
};

/** What one can trust, in a word; pressed, in a sentence, with one's own copy to take away. */
export function SaveState() {
  const desk = useDesk();
  const { condition, keepsCopy } = useSession();
  const Icon = ICONS[condition.kind];
  return (
    <>
      <Popover
        label="About saving"
        align="start"
        trigger={
          <button
            type="button"
            data-save-state={condition.kind}
            className={cn(
              "inline-flex min-h-8 items-center gap-1.5 rounded-sm px-2 text-left text-sm font-medium hover:bg-sunken",
              TONES[condition.kind],
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0" />
            <Words of={condition} />
          </button>
        }
      >
        <p className="mb-3">{explain(condition, keepsCopy)}</p>
        <div className="flex flex-wrap gap-2">
          {"todo" in condition && condition.todo === "reload" && (
            <Button size="sm" variant="primary" onClick={() => window.location.reload()}>
              Reload
            </Button>
          )}
          <ExportCopy desk={desk} />
        </div>
      </Popover>
      <SpokenState words={conditionWords(condition)} />
    </>
  );
}

/** In a narrow bar the first word says it; the rest stands in the sentence behind it. */
function Words({ of: condition }: { of: Condition }) {
  const [first = "", ...rest] = conditionWords(condition).split(/(?=: )/);
  return (
    <span>
      {first}
      {rest.length > 0 && <span className="max-sm:sr-only">{rest.join("")}</span>}
    </span>
  );
}

function explain(condition: Condition, keepsCopy: boolean): string {
  switch (condition.kind) {
    case "opening":
      return "The draft is being fetched.";
    case "saved":
      return "Everything you wrote is stored. You can close this page.";
    case "saving":
      return "Your last words are on their way. It takes a moment.";
    case "offline":
      return keepsCopy
        ? "There is no connection. What you write is kept on this device and sent when the connection returns. It is safe to close this page here and open it again on this device."
        : "There is no connection, and this browser keeps no copy. Leave this page open until the connection returns, or download your copy.";
    case "not-saved":
      // While it is tried again, the server's own words say all of it.
      return condition.todo === "wait"
        ? condition.words
        : `${condition.words} Your words are still on this page and on this device: download your copy before you go on.`;
    case "reading":
      return "You can read this draft as it is written. To write, ask a publisher of this spec for the role of an editor.";
    case "closed":
      return condition.words;
  }
}

/** At most one announcement in five seconds: typing must not chatter. */
const QUIET_MS = 5000;

function SpokenState({ words }: { words: string }) {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p role="status" className="sr-only">
      {/* Saving is over in a moment and says nothing that Saved does not. */}
      {spoken === "Saving" || spoken === "Opening" ? "" : spoken}
    </p>
  );
}
