"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Finding } from "@/lib/spec/lint/rule";
import type { Desk } from "./desk";
import type { SpecIndex } from "./index/spec-index";
import type { SessionView } from "./session/draft-session";

export const DeskContext = createContext<Desk | null>(null);

/** The open draft around this panel. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk needs a <DeskContext> above it.");
  return desk;
}

/** What can be trusted, who is here. */
export function useSession(): SessionView {
  const { session } = useDesk();
  return useSyncExternalStore(session.subscribe, session.view, session.view);
}

/** What is derived from the text; follows it when it rests. */
export function useIndex(): SpecIndex {
  const { index } = useDesk();
  return useSyncExternalStore(index.subscribe, index.index, index.index);
}

export function useFindings(): readonly Finding[] {
  const { index } = useDesk();
  return useSyncExternalStore(index.subscribe, index.findings, index.findings);
}
