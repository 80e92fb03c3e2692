import type { Change } from "@/lib/diff/change";
import { sentenceOf } from "@/lib/diff/sentence";

/** One change: its sentence, its kind and class, its words. */
export function ChangeItem({ change }: { change: Change }) {
  const { kind, class: weight, confidence, partOf, parts, alternatives } = change;
  return (
    <li className="border-l-2 border-line pl-4">
      <p className="max-w-prose">{sentenceOf(change)}</p>
      <p className="mt-1 font-mono text-xs text-ink-muted">
        {change.id} · {kind} · {weight} · {confidence}
        {partOf === null ? "" : ` · part of ${partOf}`}
      </p>
      {parts.length > 0 && (
        <p className="mt-1 max-w-prose font-serif whitespace-pre-wrap">
          {parts.map(({ kind: part, text }, index) => {
            if (part === "del") return <del key={index}>{text}</del>;
            return part === "ins" ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>;
          })}
        </p>
      )}
      {alternatives.map(({ kinds, why }) => (
        <p key={kinds.join()} className="mt-1 max-w-prose text-sm text-ink-muted">
          Or: {why}
        </p>
      ))}
    </li>
  );
}
