"use client";

import { Menu } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";
import { SideNavigation, type NavSection } from "./side-navigation";

/** The side navigation as a sheet, on screens too narrow to show it at the side. */
export function NavigationSheet({ sections }: { sections: NavSection[] }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="-ms-2 lg:hidden">
      <Sheet
        title="Places"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton aria-label="Open navigation" tooltip={false}>
            <Menu aria-hidden />
          </IconButton>
        }
      >
        <SideNavigation sections={sections} onNavigate={() => setOpen(false)} />
      </Sheet>
    </div>
  );
}
