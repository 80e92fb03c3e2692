import { cn } from "@/components/ui/cn";

const MOST_SHOWN = 420;

/** Words of the spec that a thread is about, set as the spec is. */
export function QuotedWords({ words, className }: { words: string; className?: string }) {
  if (!words) return null;
  const shown = words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).trimEnd()} …` : words;
  return (
    <blockquote
      dir="auto"
      className={cn("max-w-measure font-serif text-editing text-pretty wrap-anywhere", className)}
    >
      <mark className="rounded-xs bg-mark-bg box-decoration-clone px-1 py-0.5 text-ink">
        {shown}
      </mark>
    </blockquote>
  );
}
