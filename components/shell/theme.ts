export type Theme = "system" | "light" | "dark";

/** Reads the theme cookie; anything unknown means "as the system". */
export function themeFrom(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}

const ONE_YEAR_S = 31_536_000;

/**
 * Shows a theme at once and remembers it on this device: in a cookie for pages that are drawn for one
 * person, in storage for those that are the same for all. "system" forgets the choice, and with it both.
 */
export function applyTheme(theme: Theme, page: Document) {
  const root = page.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const life = theme === "system" ? 0 : ONE_YEAR_S;
  page.cookie = `theme=${theme}; path=/; max-age=${life}; samesite=lax`;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage is forbidden here: pages for readers follow the system.
  }
}
