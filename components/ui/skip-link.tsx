/** The first thing the Tab key meets: past the navigation, straight to the content with id `to`. */
export function SkipLink({ to = "main", children = "Skip to content" }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-60 focus:rounded-sm focus:bg-raised focus:px-4 focus:py-2 focus:font-medium focus:text-accent focus:shadow-overlay"
    >
      {children}
    </a>
  );
}
