import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface SpecStatus {
  icon: LucideIcon;
  title: string;
  /** How it stands, in a sentence. */
  words: ReactNode;
  /** Where to go from here; the first is the likely next step. */
  actions: ReactNode;
}

/** How the parts of a spec stand, each with its way on. */
export function StatusList({ items }: { items: readonly SpecStatus[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line bg-raised">
      {items.map(({ icon: Icon, title, words, actions }) => (
        <li key={title} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3.5">
          <Icon aria-hidden className="size-5 shrink-0 text-ink-muted" />
          <div className="min-w-0 flex-1 basis-64">
            <h2 className="font-semibold">{title}</h2>
            <p className="text-pretty text-ink-muted">{words}</p>
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 max-sm:ps-9">{actions}</div>
        </li>
      ))}
    </ul>
  );
}
