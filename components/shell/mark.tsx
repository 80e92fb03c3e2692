/** The mark of the product: a letter P whose stem is a solid bar and a thin one, as in the margin of a clause. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className} fill="currentColor">
      <path d="M4 3h3.4v18H4z" />
      <path d="M9 3h5a5.8 5.8 0 0 1 0 11.6h-3.3V21H9zm1.7 1.7v8.2h3a4.1 4.1 0 0 0 0-8.2z" />
    </svg>
  );
}
