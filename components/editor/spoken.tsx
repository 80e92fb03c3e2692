"use client";

import { useDesk } from "./desk-context";
import { useStore } from "./use-store";

/** What keys did that one cannot see. */
export function Spoken() {
  const words = useStore(useDesk().spoken);
  return (
    <p role="status" className="sr-only" data-spoken>
      {words}
    </p>
  );
}
