import type { ReactNode } from "react";
import type { WordPart } from "@/lib/diff/change";

/** Literal text with what went and what came: what a model would say, sign by sign. */
export function WordDiff({ parts }: { parts: readonly WordPart[] }) {
  return parts.map(({ kind, text }, index) =>
    kind === "ins" ? (
      <ins key={index}>{text}</ins>
    ) : kind === "del" ? (
      <del key={index}>{text}</del>
    ) : (
      text
    ),
  );
}

/** The same seen from one side. */
export function SideWords({ parts, side }: { parts: readonly WordPart[]; side: "from" | "to" }) {
  const other = side === "from" ? "ins" : "del";
  return <WordDiff parts={parts.filter(({ kind }) => kind !== other)} />;
}

interface WholeWordsProps {
  state: "added" | "removed" | undefined;
  children: ReactNode;
}

/** What somebody said, where all of it came or went. */
export function WholeWords({ state, children }: WholeWordsProps) {
  if (state === "added") return <ins className="diff-whole">{children}</ins>;
  return state === "removed" ? <del className="diff-whole">{children}</del> : children;
}
