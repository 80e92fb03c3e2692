import * as Y from "yjs";
import { authoredBlocks, type SignedUpdate } from "@/lib/draft/authored-blocks";
import { wordOrigins } from "@/lib/draft/word-origins";
import { listSectionAuthors } from "./draft-authors";
import { listUpdates } from "./draft-log";
import type { Reader } from "./reader";

/** Somebody whose words stand in a section that they did not touch themselves. */
export interface WordAuthor {
  /** Uid of the heading, "" for text before the first one. */
  part: string;
  userId: string;
}

export interface LogRange {
  specId: string;
  epoch: number;
  /** Left out. */
  afterSeq: bigint;
  /** Included. */
  upToSeq: bigint;
}

/**
 * Who wrote words that somebody else then moved into another section: the log names only the mover there
 * (QUALITY A3). Reads the whole log of the range, so it is done once, when a candidate is made.
 */
export async function listWordAuthors(reader: Reader, range: LogRange): Promise<WordAuthor[]> {
  const { specId, afterSeq, upToSeq } = range;
  const { ydoc, updates } = await openAt(reader, range);
  try {
    const before = authoredBlocks(ydoc, []);
    const origins = wordOrigins(before, authoredBlocks(ydoc, updates));
    const touched = await listSectionAuthors(reader, specId, { after: afterSeq, upTo: upToSeq });
    const found = new Map<string, WordAuthor>();
    const note = (part: string, userId: string) => {
      if (touched.get(part)?.has(userId)) return;
      found.set(`${part} ${userId}`, { part, userId });
    };
    for (const [part, authors] of origins.authors) authors.forEach((id) => note(part, id));
    for (const [part, sections] of origins.takenFrom) {
      for (const section of sections) touched.get(section)?.forEach((id) => note(part, id));
    }
    return [...found.values()];
  } finally {
    ydoc.destroy();
  }
}

/** The draft at the start of the range, able to read what is deleted from there on, and what follows. */
async function openAt(reader: Reader, { specId, epoch, afterSeq, upToSeq }: LogRange) {
  const snapshot = await reader.draftSnapshot.findFirst({
    where: { specId, epoch, seq: { lte: afterSeq } },
    orderBy: { seq: "desc" },
    select: { seq: true, state: true },
  });
  const rows = await listUpdates(reader, specId, snapshot?.seq ?? 0n, upToSeq, epoch);
  const proposers = await listProposers(reader, specId);
  const ydoc = new Y.Doc({ gc: false });
  ydoc.transact(() => {
    if (snapshot) Y.applyUpdateV2(ydoc, snapshot.state);
    for (const { seq, update } of rows) if (seq <= afterSeq) Y.applyUpdate(ydoc, update);
  });
  const updates = rows
    .filter(({ seq }) => seq > afterSeq)
    .map(({ seq, update, authorId }): SignedUpdate => {
      const authors = [authorId, proposers.get(seq)].filter((id) => typeof id === "string");
      return { update, authors };
    });
  return { ydoc, updates };
}

/** Who proposed the words that an update of the log took up, by the number of the update. */
async function listProposers(reader: Reader, specId: string): Promise<Map<bigint, string>> {
  const applied = await reader.appliedSuggestion.findMany({
    where: { specId },
    select: { draftSeq: true, authorId: true },
  });
  return new Map(applied.map(({ draftSeq, authorId }) => [draftSeq, authorId]));
}
