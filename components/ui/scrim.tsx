/** The shade behind a modal layer. Its attribute locks the page behind it (base.css). */
export function Scrim() {
  return (
    <div aria-hidden data-scroll-lock className="fixed inset-0 z-40 animate-appear bg-scrim" />
  );
}
