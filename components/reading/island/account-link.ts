/**
 * Who works here finds the way to their work instead of "Sign in". Pages are the same for everybody, so
 * the browser remembers that somebody is signed in (components/shell/remember-signed-in.tsx).
 */
export function linkAccount(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-account]");
  if (!link || localStorage.getItem("signed-in") !== "1") return;
  link.href = "/w";
  link.textContent = "Your work";
}
