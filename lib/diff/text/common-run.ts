/** Two stretches that are the same: `length` items from `a` in the one and from `b` in the other. */
export interface CommonRun {
  a: number;
  b: number;
  length: number;
}

type Numbers = ArrayLike<number>;

/**
 * The longest common subsequence of two rows of numbers, as runs in order (Myers, "An O(ND) Difference
 * Algorithm", 1986, forward form). Equal beginnings and ends are cut first, so what is edited in one
 * place costs nothing.
 *
 * @param most How many differences are looked for; a pair that differs more has only its equal beginning
 *   and end in common. Bounds time and memory by its square.
 */
export function commonRuns(a: Numbers, b: Numbers, most = 3_000): CommonRun[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const runs: CommonRun[] = head > 0 ? [{ a: 0, b: 0, length: head }] : [];
  middleRuns(a, b, head, a.length - tail, b.length - tail, most, runs);
  if (tail > 0) append(runs, a.length - tail, b.length - tail, tail);
  return runs;
}

function middleRuns(
  a: Numbers,
  b: Numbers,
  from: number,
  aEnd: number,
  bEnd: number,
  most: number,
  runs: CommonRun[],
): void {
  const n = aEnd - from;
  const m = bEnd - from;
  if (n === 0 || m === 0) return;
  const limit = Math.min(n + m, most);
  const size = 2 * limit + 3;
  const offset = limit + 1;
  const furthest = new Int32Array(size);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= limit; d++) {
    // Only what step d can change is kept: 2d + 3 numbers.
    trace.push(furthest.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[offset + k - 1]! < furthest[offset + k + 1]!);
      let x = down ? furthest[offset + k + 1]! : furthest[offset + k - 1]! + 1;
      if (x > n || x - k > m) {
        furthest[offset + k] = x;
        continue;
      }
      while (x < n && x - k < m && a[from + x] === b[from + x - k]) x++;
      furthest[offset + k] = x;
      if (x >= n && x - k >= m) return walkBack(trace, d, k, n, from, runs);
    }
  }
}

function walkBack(
  trace: Int32Array[],
  steps: number,
  diagonal: number,
  end: number,
  from: number,
  runs: CommonRun[],
): void {
  const found: CommonRun[] = [];
  let k = diagonal;
  let x = end;
  for (let d = steps; d >= 0; d--) {
    const before = trace[d]!;
    // The slice of step d starts at diagonal -d - 1.
    const at = (diagonalOf: number) => before[diagonalOf + d + 1]!;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const start = d === 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
    if (x > start) found.push({ a: from + start, b: from + start - k, length: x - start });
    if (d === 0) break;
    k = down ? k + 1 : k - 1;
    x = down ? start : start - 1;
  }
  for (const run of found.reverse()) append(runs, run.a, run.b, run.length);
}

function append(runs: CommonRun[], a: number, b: number, length: number): void {
  const last = runs.at(-1);
  if (last && last.a + last.length === a && last.b + last.length === b) last.length += length;
  else runs.push({ a, b, length });
}
