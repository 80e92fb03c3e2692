export interface LandedLinkProps {
  spec: string;
  writtenOn: string;
  landedIn: string;
  sectionId: string | null;
  className?: string;
}

/** From what became of a thread to the text that changed because of it. */
export function LandedLink({ spec, writtenOn, landedIn, sectionId, className }: LandedLinkProps) {
  const fragment = sectionId ? `#${encodeURIComponent(sectionId)}` : "";
  const isThere = landedIn === writtenOn;
  return (
    <a
      href={
        isThere
          ? `/${spec}/${landedIn}${fragment}`
          : `/${spec}/${writtenOn}/compare/${landedIn}${fragment}`
      }
      className={className}
    >
      {isThere ? "Read it there" : "See what changed"}
    </a>
  );
}
