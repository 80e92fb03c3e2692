"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoice, MenuLabel } from "@/components/ui/menu";
import { applyTheme, themeFrom, type Theme } from "./theme";

const OPTIONS = [
  { value: "system", label: <Option icon={Monitor}>As the system</Option> },
  { value: "light", label: <Option icon={Sun}>Light</Option> },
  { value: "dark", label: <Option icon={Moon}>Dark</Option> },
];

/** Light, dark or as the system. Works at once, without asking the server. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>("system");
  // Read when the menu opens: the server's page and the browser's may differ until then.
  const handleOpen = (open: boolean) => {
    if (open) setTheme(themeFrom(document.documentElement.dataset.theme));
  };
  const handleChoice = (value: string) => {
    const chosen = themeFrom(value);
    applyTheme(chosen, document);
    setTheme(chosen);
  };
  // Which icon shows is decided in CSS by data-theme, so that it is right in the first paint.
  return (
    <Menu
      onOpenChange={handleOpen}
      trigger={
        <IconButton aria-label="Theme" tooltip={false}>
          <Monitor aria-hidden className="in-data-[theme]:hidden" />
          <Sun aria-hidden className="hidden in-data-[theme=light]:block" />
          <Moon aria-hidden className="hidden in-data-[theme=dark]:block" />
        </IconButton>
      }
    >
      <MenuLabel>Theme</MenuLabel>
      <MenuChoice label="Theme" value={theme} onValueChange={handleChoice} options={OPTIONS} />
    </Menu>
  );
}

function Option({ icon: Icon, children }: { icon: typeof Sun; children: string }) {
  return (
    <>
      <Icon aria-hidden className="text-ink-muted" />
      {children}
    </>
  );
}
