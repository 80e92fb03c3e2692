import { cn } from "./cn";
import { Spinner } from "./spinner";

/** A grey stand-in for text that is on its way; decoration only. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden
      className={cn(
        "h-4 animate-breathe rounded-xs bg-line/70 motion-reduce:animate-none",
        className,
      )}
    />
  );
}

/** Waiting, in words: `children` says for what ("Opening the draft"). Announced politely. */
export function Loading({ children, className }: { children: string; className?: string }) {
  return (
    <p role="status" className={cn("flex items-center gap-2 text-ink-muted", className)}>
      <Spinner />
      {children}
    </p>
  );
}

/** A page of text on its way: the words, then lines where the text will stand. */
export function LoadingText({ children, lines = 6 }: { children: string; lines?: number }) {
  return (
    <div className="max-w-measure">
      <Loading>{children}</Loading>
      <Skeleton className="mt-8 mb-6 h-8 w-3/5" />
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={cn("mb-3.5", line % 4 === 3 ? "mb-8 w-2/5" : "w-full")} />
      ))}
    </div>
  );
}
