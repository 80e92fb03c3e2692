import type { ReactNode } from "react";

/** Says, above everything, that this is a demonstration and what may happen to what is written here. */
export function DemoBanner({ children }: { children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label="About this demo"
      data-print="hidden"
      className="border-b border-line bg-ink px-4 py-1.5 text-center text-sm text-surface sm:px-6"
    >
      {children}
    </div>
  );
}
