import Link from "next/link";

/** The last line of reading pages. */
export function SiteFooter() {
  return (
    <footer
      data-print="hidden"
      className="border-t border-line px-4 py-6 text-sm text-ink-muted sm:px-6"
    >
      <p className="text-center">
        Published with Precept. Every release stays at its address, word for word.{" "}
        <Link href="/api" className="underline underline-offset-2 hover:text-ink">
          For machines
        </Link>
      </p>
    </footer>
  );
}
