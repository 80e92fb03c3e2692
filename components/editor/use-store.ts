"use client";

import { useSyncExternalStore } from "react";

/** Anything with a present value that tells when it changes. */
export interface Readable<T> {
  subscribe: (listener: () => void) => () => void;
  get: () => T;
}

/** The present value of a store; renders again when it changes. */
export function useStore<T>({ subscribe, get }: Readable<T>): T {
  return useSyncExternalStore(subscribe, get, get);
}
