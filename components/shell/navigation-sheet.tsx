"use client";

import { Menu } from "lucide-react";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";
import { SideNavigation, type NavSection } from "./side-navigation";

export interface NavigationSheetProps {
  sections: NavSection[];
  /** Also on wide screens, for pages that need the room at the side themselves. */
  always?: boolean;
}

/** The side navigation as a sheet, on screens too narrow to show it at the side. */
export function NavigationSheet({ sections, always = false }: NavigationSheetProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className={cn("-ms-2", !always && "lg:hidden")}>
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
