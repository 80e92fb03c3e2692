/**
 * Who works here finds the way to their work instead of "Sign in". Pages are the same for everybody, so a
 * cookie that says nothing else tells that somebody is signed in (lib/auth/session-cookie.ts).
 */
export function linkAccount(): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-account]");
  if (!link || !/(^|; )signed-in=1/.test(document.cookie)) return;
  link.href = "/w";
  link.textContent = "Your work";
}
