"use client";

import { useSyncExternalStore } from "react";
import type { PersonPresent } from "@/lib/sync/protocol";
import { useDesk, useSession } from "../desk-context";

export interface Presence extends PersonPresent {
  /** The sections this person's open editors are in. */
  sections: readonly string[];
  isMe: boolean;
}

/** Everybody present, oneself first, with the sections they are in. */
export function usePresence(): Presence[] {
  const { session } = useDesk();
  const { people } = useSession();
  const sections = useSyncExternalStore(
    session.places.subscribe,
    session.places.get,
    session.places.get,
  );
  const found = people.map((person) => ({
    ...person,
    sections: person.clients.flatMap((client) => sections.get(client) ?? []),
    isMe: person.id === session.options.personId,
  }));
  return found.sort((a, b) => Number(b.isMe) - Number(a.isMe) || a.name.localeCompare(b.name));
}
