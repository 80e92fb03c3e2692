import type { WordPart } from "../change";
import { commonRuns, type CommonRun } from "./common-run";
import type { Tokens } from "./tokens";

/**
 * Two texts word by word. What differs in typography alone counts as the same and is shown as it is now.
 *
 * @returns Neighbours are of different kinds; what was deleted stands before what was inserted for it.
 */
export function wordParts(before: Tokens, after: Tokens): WordPart[] {
  const parts: WordPart[] = [];
  const put = (kind: WordPart["kind"], text: string) => {
    if (text === "") return;
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let a = 0;
  let b = 0;
  const end = { a: before.ids.length, b: after.ids.length, length: 0 };
  for (const run of [...readable(commonRuns(before.ids, after.ids), before, after), end]) {
    put("del", slice(before, a, run.a));
    put("ins", slice(after, b, run.b));
    put("same", slice(after, run.b, run.b + run.length));
    a = run.a + run.length;
    b = run.b + run.length;
  }
  return parts;
}

const slice = ({ text, starts }: Tokens, from: number, to: number) =>
  text.slice(starts[from], starts[to]);

/**
 * Leaves out what is the same by accident: an "of the" between two rewritten phrases helps nobody. A run
 * goes when it is shorter than what was changed on either side of it.
 */
function readable(runs: readonly CommonRun[], before: Tokens, after: Tokens): CommonRun[] {
  const kept: CommonRun[] = [];
  runs.forEach((run, index) => {
    const last = kept.at(-1) ?? { a: 0, b: 0, length: 0 };
    const next = runs[index + 1] ?? { a: before.ids.length, b: after.ids.length };
    const ahead = changed(last.a + last.length, run.a, last.b + last.length, run.b, before, after);
    const behind = changed(run.a + run.length, next.a, run.b + run.length, next.b, before, after);
    const size = after.starts[run.b + run.length]! - after.starts[run.b]!;
    if (run.length > SHORT || size * 2 > Math.min(ahead, behind)) kept.push(run);
  });
  return kept;
}

/** Runs of more tokens are never left out. */
const SHORT = 4;

function changed(
  a: number,
  aEnd: number,
  b: number,
  bEnd: number,
  before: Tokens,
  after: Tokens,
): number {
  const deleted = before.starts[aEnd]! - before.starts[a]!;
  const inserted = after.starts[bEnd]! - after.starts[b]!;
  return Math.max(deleted, inserted);
}
