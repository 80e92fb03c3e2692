"use client";

import { useEffect } from "react";
import { useToast } from "@/components/ui/toast";
import { useDesk } from "./desk-context";
import { useStore } from "./use-store";

/** What keys did that one cannot see, and short messages for everybody. */
export function Spoken() {
  const desk = useDesk();
  const words = useStore(desk.spoken);
  const told = useStore(desk.told);
  const toast = useToast();
  useEffect(() => {
    if (told) toast({ title: told.words });
  }, [told, toast]);
  return (
    <p role="status" className="sr-only" data-spoken>
      {words}
    </p>
  );
}
