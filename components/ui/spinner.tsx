import { LoaderCircle } from "lucide-react";
import { cn } from "./cn";

/** A turning circle. It says nothing by itself: always set words beside it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn("size-4 shrink-0 animate-spin", className)} />;
}
