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
