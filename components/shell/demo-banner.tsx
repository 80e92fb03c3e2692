import type { ReactNode } from "react";

/** Says, above everything, that this is a demonstration and what may happen to what is written here. */
export function DemoBanner({ children }: { children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label="About this demo"
      data-print="hidden"
      className="border-b border-caution/25 bg-caution-wash px-4 py-1.5 text-center text-sm sm:px-6"
    >
      {children}
    </div>
  );
}
