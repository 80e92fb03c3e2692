import { cn } from "./cn";

export interface ProgressProps {
  /** What is being counted, for example "Clauses reviewed". */
  label: string;
  value: number;
  max: number;
  /** The figures in words; "12 of 31" unless told. */
  words?: string;
  className?: string;
}

/** How far something is, as a bar and in words. */
export function Progress({ label, value, max, words, className }: ProgressProps) {
  const percent = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  const text = words ?? `${value} of ${max}`;
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <p className="flex justify-between gap-4 text-sm">
        <span>{label}</span>
        <span className="text-ink-muted tabular-nums">{text}</span>
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
