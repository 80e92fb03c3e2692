"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useHotkey } from "@/components/ui/use-hotkey";
import { useModKey } from "@/components/ui/use-mod-key";

export interface Shortcut {
  /** Keys pressed together; "Mod" is Ctrl, or ⌘ on a Mac. */
  keys: string[];
  /** What they do: "Open the search". */
  does: string;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: Shortcut[];
}

/** The keys of this page, opened by "?". */
export function ShortcutHelp({ groups }: { groups: ShortcutGroup[] }) {
  const [open, setOpen] = useState(false);
  const mod = useModKey();
  useHotkey({ key: "?" }, () => setOpen((shown) => !shown));
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Keyboard shortcuts"
      description="Press ? on any page to see its keys."
      width="md"
    >
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 font-semibold">{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div
                  key={shortcut.does}
                  className="flex items-center justify-between gap-4 border-b border-line py-1.5 last:border-0"
                >
                  <dt className="text-ink-muted">{shortcut.does}</dt>
                  <dd>
                    <Kbd keys={shortcut.keys.map((key) => (key === "Mod" ? mod : key))} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
