"use client";

import { useEffect } from "react";
import { useSession } from "../desk-context";

/** Asks before the page is left, only while something of one's own was never confirmed. */
export function LeaveGuard() {
  const { hasUnsaved } = useSession();
  useEffect(() => {
    if (!hasUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasUnsaved]);
  return null;
}
