import type { WordPart } from "@/lib/diff/change";
import { WordDiff } from "./word-diff";

/** Code, raw source or the address of a picture, sign by sign. */
export function LiteralDiff({ parts }: { parts: readonly WordPart[] }) {
  return (
    <pre tabIndex={0} role="group" aria-label="Source with its changes" className="diff-literal">
      <WordDiff parts={parts} />
    </pre>
  );
}
