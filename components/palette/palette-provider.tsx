"use client";

import { createContext, useContext, useState, type ReactNode } from "react";
import { useHotkey } from "@/components/ui/use-hotkey";
import { CommandPalette, type CommandPaletteProps } from "./command-palette";

const PaletteContext = createContext<(() => void) | null>(null);

/** Returns a function that opens the palette. */
export function usePalette() {
  const open = useContext(PaletteContext);
  if (!open) throw new Error("usePalette needs a <PaletteProvider> above it.");
  return open;
}

export interface PaletteProviderProps extends Pick<CommandPaletteProps, "actions" | "search"> {
  children: ReactNode;
}

/** Gives a page its palette, opened by Ctrl K (⌘ K) or a PaletteButton. */
export function PaletteProvider({ actions, search, children }: PaletteProviderProps) {
  const [open, setOpen] = useState(false);
  useHotkey({ key: "k", mod: true }, () => setOpen((shown) => !shown));
  return (
    <PaletteContext value={() => setOpen(true)}>
      {children}
      <CommandPalette open={open} onOpenChange={setOpen} actions={actions} search={search} />
    </PaletteContext>
  );
}
