/** Switches between light and dark. Switching back to what the system says forgets the choice. */
export function switchTheme(): void {
  document.querySelector("[data-do=theme]")?.addEventListener("click", () => {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
    if (next === system) {
      delete root.dataset.theme;
      localStorage.removeItem("theme");
    } else {
      root.dataset.theme = next;
      localStorage.setItem("theme", next);
    }
    // Pages for members keep the same choice in a cookie; where there is one, it follows.
    if (/\btheme=/.test(document.cookie)) {
      document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
    }
  });
}
