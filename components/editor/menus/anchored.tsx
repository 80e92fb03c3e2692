"use client";

import { useState, type ReactNode } from "react";
import { Menu } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";

export interface AnchoredProps {
  /** What it opens beside. */
  anchor: Element;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A menu beside an element of the text, which no React drew. */
export function AnchoredMenu({ anchor, onClose, children }: AnchoredProps) {
  const spot = useSpot(anchor);
  return (
    <Menu open align="start" onOpenChange={(open) => !open && onClose()} trigger={spot}>
      {children}
    </Menu>
  );
}

/** A small form beside an element of the text. */
export function AnchoredPanel({ anchor, label, onClose, children }: AnchoredProps) {
  const spot = useSpot(anchor);
  return (
    <Popover label={label} open onOpenChange={(open) => !open && onClose()} trigger={spot}>
      {children}
    </Popover>
  );
}

/** An invisible mark where the element stands. */
function useSpot(anchor: Element) {
  const [{ left, top, width, height }] = useState(() => anchor.getBoundingClientRect());
  const style = { left, top, width: Math.min(width, 240), height: Math.min(height, 36) };
  return <span aria-hidden className="pointer-events-none fixed" style={style} />;
}
