import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

export interface SpecimenProps {
  title: string;
  /** When to use it, in a sentence. */
  note?: string;
  className?: string;
  children: ReactNode;
}

/** One section of the gallery. */
export function Specimen({ title, note, className, children }: SpecimenProps) {
  return (
    <section className="border-t border-line py-10 first:border-0 first:pt-0">
      <h2 className="font-serif text-xl font-semibold">{title}</h2>
      {note && <p className="mt-1 max-w-prose text-ink-muted">{note}</p>}
      <div className={cn("mt-6", className)}>{children}</div>
    </section>
  );
}
