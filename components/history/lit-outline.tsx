"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";

export interface LitOutlineProps {
  sections: readonly { uid: string; id: string | null; title: string; level: number }[];
  /** `/w/<spec>` */
  base: string;
}

/**
 * The sections of the draft, each leading to its own history. Those that the entry under the pointer, or
 * with the focus, changed are lit.
 */
export function LitOutline({ sections, base }: LitOutlineProps) {
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const listener = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      const entry = target.closest<HTMLElement>("[data-sections]");
      setLit(new Set(entry?.dataset["sections"]?.split(" ")));
    };
    document.addEventListener("pointerover", listener);
    document.addEventListener("focusin", listener);
    return () => {
      document.removeEventListener("pointerover", listener);
      document.removeEventListener("focusin", listener);
    };
  }, []);
  return (
    <nav aria-label="History of a section" className="text-sm">
      <h2 className="mb-2 font-semibold">By section</h2>
      <ul>
        {sections.map(({ uid, id, title, level }) => (
          <li key={uid} className={level > 1 ? (level > 2 ? "ps-6" : "ps-3") : undefined}>
            <Link
              href={`${base}/history/clause/${encodeURIComponent(id ?? uid)}`}
              prefetch={false}
              className={cn(
                "block min-h-6 rounded-xs px-1.5 py-0.5 hover:underline",
                lit.has(uid) ? "bg-mark-bg text-ink" : "text-ink-muted",
              )}
            >
              {title}
              {lit.has(uid) && <span className="sr-only">, changed by this entry</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
