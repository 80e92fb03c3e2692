/** The name of a part of the inspector. */
export function PanelTitle({ children }: { children: string }) {
  return <h3 className="caps mb-1.5 text-ink-muted">{children}</h3>;
}
