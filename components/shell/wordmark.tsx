import Link from "next/link";
import { Mark } from "./mark";

/** The product's name, and the way home. */
export function Wordmark() {
  return (
    <Link
      href="/"
      className="inline-flex min-h-9 shrink-0 items-center gap-2 rounded-xs font-serif text-lg leading-none font-semibold tracking-tight text-ink"
    >
      <Mark className="size-5 text-accent" />
      Precept
    </Link>
  );
}
