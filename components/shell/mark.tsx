/** The mark of the product: a letter P whose stem stands apart as a bar, like the one in the margin of a clause. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className} fill="currentColor">
      <path d="M4.5 3h4v18h-4z" />
      <path d="M10 3h4a6.1 6.1 0 0 1 0 12.2h-4v-3h3.8a3.1 3.1 0 0 0 0-6.2H10z" />
    </svg>
  );
}
