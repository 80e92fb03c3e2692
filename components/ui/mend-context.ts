"use client";

import { createContext, useContext } from "react";
import type { ActionFailure } from "@/lib/action-result";

/**
 * Tries to remove the cause of a failure, for example by asking for the password once more.
 *
 * @returns Null when it can do nothing about this failure; else, once it is done, whether the same
 *   step is worth trying again.
 */
export type Mend = (failure: ActionFailure) => Promise<boolean> | null;

const nothingToMend: Mend = () => null;

/** Whoever can mend failures stands above the forms and provides itself here; useAction asks it. */
export const MendContext = createContext<Mend>(nothingToMend);

export const useMend = () => useContext(MendContext);
