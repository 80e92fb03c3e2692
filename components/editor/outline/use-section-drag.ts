import { useRef, useState, type DragEvent } from "react";

/** Where a section that is being dragged would go. */
export interface Drop {
  /** The section it is held over. */
  uid: string;
  kind: "before" | "after" | "inside";
}

/**
 * Dragging a section over the rows of the outline.
 *
 * @param moved Called with the section that was dragged, and where it was let go.
 */
export function useSectionDrag(moved: (uid: string, drop: Drop) => void) {
  const [drop, setDrop] = useState<Drop | null>(null);
  const dragged = useRef<string | null>(null);
  return {
    drop,
    start: (uid: string) => {
      dragged.current = uid;
    },
    /** Held over a row: its upper part means before, its lower part after, the middle inside. */
    over: (event: DragEvent<HTMLElement>, uid: string) => {
      if (!dragged.current || dragged.current === uid) return;
      event.preventDefault();
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const part = (event.clientY - top) / height;
      const kind = part < 0.3 ? "before" : part > 0.7 ? "after" : "inside";
      if (drop?.uid !== uid || drop.kind !== kind) setDrop({ uid, kind });
    },
    leave: () => setDrop(null),
    end: () => {
      if (dragged.current && drop) moved(dragged.current, drop);
      dragged.current = null;
      setDrop(null);
    },
  };
}
