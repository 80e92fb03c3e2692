"use client";

import { useEffect, useRef } from "react";
import { useToast } from "@/components/ui/toast";
import { useDesk, useSession } from "./desk-context";
import { useStore } from "./use-store";

/** What keys did that one cannot see, and short messages for everybody. */
export function Spoken() {
  const desk = useDesk();
  const words = useStore(desk.spoken);
  const told = useStore(desk.told);
  const toast = useToast();
  useToldAccess();
  useEffect(() => {
    if (told) toast({ title: told.words });
  }, [told, toast]);
  return (
    <p role="status" className="sr-only" data-spoken>
      {words}
    </p>
  );
}

/** Whoever writes and may not any more, or the other way round, hears it at once and in words. */
function useToldAccess() {
  const desk = useDesk();
  const { canWrite } = useSession();
  const before = useRef(canWrite);
  useEffect(() => {
    if (before.current === canWrite) return;
    before.current = canWrite;
    desk.tell(
      canWrite
        ? "Your role was changed: you can write in this draft now."
        : "Your role was changed: you can read this draft now, and not write in it. What was saved stays in it.",
    );
  }, [canWrite, desk]);
}
