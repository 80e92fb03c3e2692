"use client";

import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useModKey } from "@/components/ui/use-mod-key";
import { usePalette } from "./palette-provider";

/** Opens the palette; on a phone, as an icon alone. */
export function PaletteButton() {
  const open = usePalette();
  const mod = useModKey();
  return (
    <Button
      onClick={open}
      aria-label="Search and commands"
      aria-keyshortcuts="Control+K Meta+K"
      className="border-line font-normal text-ink-muted shadow-none max-md:size-9 max-md:border-transparent max-md:bg-transparent max-md:p-0 md:min-w-44 md:justify-start"
    >
      <Search aria-hidden />
      <span aria-hidden className="contents max-md:hidden">
        Search
        <span className="ms-auto">
          <Kbd keys={[mod, "K"]} />
        </span>
      </span>
    </Button>
  );
}
