import type { Side } from "../parts/side";

/** Identities that somebody counted, `u17`: two imports share them and mean different blocks. */
const COUNTED = /^[a-z]{0,3}\d+$/;

/**
 * Whether a uid means the same block in both documents: true for two moments of one draft, false for two
 * imports. Decided by the texts that stand once in each: in one draft they kept their uid.
 */
export function shareIdentities(before: Side, after: Side): boolean {
  if (!haveCommon(before, after)) return false;
  const left = uidsByText(before);
  const right = uidsByText(after);
  const known = new Set(right.values());
  let agree = 0;
  let contradict = 0;
  for (const [text, uid] of left) {
    const other = right.get(text);
    if (uid === null || other === undefined || other === null) continue;
    if (COUNTED.test(uid)) return false;
    if (uid === other) agree++;
    // A text that was cut and pasted has a new uid; that the old one names another text is the tell.
    else if (known.has(uid)) contradict++;
  }
  return agree > 0 && contradict <= agree / 50;
}

function haveCommon(before: Side, after: Side): boolean {
  const known = new Set([...before.units, ...before.examples].map(({ uid }) => uid));
  return [...after.units, ...after.examples].some(({ uid }) => uid !== null && known.has(uid));
}

function uidsByText(side: Side): Map<number, string | null> {
  const uids = new Map<number, string | null>();
  for (const { key, uid } of [...side.units, ...side.examples]) {
    uids.set(key, uids.has(key) ? null : uid);
  }
  return uids;
}
