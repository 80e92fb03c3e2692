import { cn } from "./cn";

/** Keys to press together, such as Ctrl K. */
export function Kbd({ keys, className }: { keys: string[]; className?: string }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className={cn(
            "inline-flex min-w-5 items-center justify-center rounded-xs border border-line bg-raised px-1 font-sans text-2xs text-ink-muted",
            className,
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
