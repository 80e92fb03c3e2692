"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** The name of the key that commands go with: "⌘" on Apple's keyboards, else "Ctrl". The server says "Ctrl". */
export function useModKey() {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
