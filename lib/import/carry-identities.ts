import type { Parsed, SourceLines } from "@/lib/markdown/parse";
import { mintUid } from "@/lib/mint-uid";
import { canonicalJson } from "@/lib/spec/canonical-json";
import type { SpecDocument } from "@/lib/spec/document";
import type { Ledger } from "@/lib/spec/ledger";
import { walk } from "@/lib/spec/walk";
import { ledgerEvents } from "./ledger-events";
import { pairIdentities } from "./pair-identities";
import type { SinceBefore } from "./release-preview";
import { renameSourceUids, renameUids } from "./rename-uids";

/**
 * Lets the next version of a spec take over the identities of the version before: each block that
 * continues one gets its uid, and the ledger learns what became of ids. So comments, approvals and
 * history follow the text through an import.
 *
 * @param parsed The next version as it was read; its source and its lines are renamed with it.
 * @param release Label of that version; null for a draft.
 */
export function carryIdentities(
  before: SpecDocument,
  parsed: Parsed,
  release: string | null,
): { parsed: Parsed; since: SinceBefore } {
  const { continued, diff } = pairIdentities(before, parsed.document);
  const events = ledgerEvents(diff.changes, release);
  const uids = new Map(continued);
  const all = allUids(parsed.document);
  giveWay(uids, all, allUids(before));
  const document = {
    ...renameUids(parsed.document, uids),
    ledger: continuedLedger(before.ledger, parsed.document.ledger, events),
  };
  return {
    parsed: {
      ...parsed,
      document,
      source: renameSourceUids(parsed.source, uids),
      lines: renamedLines(parsed.lines, uids),
      notes: parsed.notes.map((note) => ({ ...note, uid: renamed(note.uid, uids) })),
    },
    since: { known: continued.size, all: all.size, ledger: events },
  };
}

/** A new block must not be called as an old one that it does not continue. */
function giveWay(uids: Map<string, string>, all: ReadonlySet<string>, old: ReadonlySet<string>) {
  for (const uid of all) if (!uids.has(uid) && old.has(uid)) uids.set(uid, mintUid());
}

/** A spec that comes back from elsewhere may bring the ledger it left with. */
function continuedLedger(before: Ledger, own: Ledger, events: Ledger): Ledger {
  const isLonger =
    own.length > before.length &&
    canonicalJson(own.slice(0, before.length)) === canonicalJson(before);
  return isLonger ? own : [...before, ...events];
}

function allUids(document: SpecDocument): Set<string> {
  const uids = new Set<string>();
  for (const content of [document.content, ...document.prompts.map((file) => file.content)]) {
    walk(content, ({ attrs }) => {
      if (typeof attrs?.["uid"] === "string") uids.add(attrs["uid"]);
    });
  }
  return uids;
}

const renamed = (uid: string | null, uids: ReadonlyMap<string, string>) =>
  uid === null ? null : (uids.get(uid) ?? uid);

function renamedLines(lines: SourceLines, uids: ReadonlyMap<string, string>): SourceLines {
  return new Map([...lines].map(([uid, line]) => [uids.get(uid) ?? uid, line]));
}
