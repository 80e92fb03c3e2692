import type { ReactNode } from "react";

/** The last lines of pages for readers. */
export function SiteFoot({ children }: { children?: ReactNode }) {
  return (
    <footer className="site-foot">
      {children}
      <p>
        Published with Precept. Every release stays at its address, word for word.{" "}
        <a href="/api">For machines</a>
      </p>
    </footer>
  );
}
