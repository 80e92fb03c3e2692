import type { FilterWords } from "@/components/feedback/filter-words";
import { db } from "@/lib/data/db";
import { listSpokenSections } from "@/lib/data/feedback-counts";
import type { ThreadFilter } from "@/lib/data/threads";
import { isThreadKind } from "@/lib/feedback/kinds";
import { isOutcome } from "@/lib/feedback/outcomes";
import { pageNumber } from "@/lib/page-number";
import type { Actor } from "@/lib/policy/actor";

export interface AskedFilter {
  words: FilterWords;
  filter: ThreadFilter & { page: number };
  /** Clauses to choose from. */
  clauses: { uid: string; title: string }[];
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

const DAY_MS = 86_400_000;

/**
 * The filter that an address asks for. What it says wrongly is left out.
 *
 * @param actor In the inbox: whoever asks for "mine".
 */
export async function filterFrom(
  specId: string,
  query: Query,
  actor: Actor | null = null,
): Promise<AskedFilter> {
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const [status, kind, sort] = [text("status"), text("kind"), text("sort")];
  const words = text("words").slice(0, 100);
  const [release, landed, clauses] = await Promise.all([
    findRelease(specId, text("release")),
    findRelease(specId, text("landed")),
    listSpokenSections(specId),
  ]);
  const clause = clauses.find(({ uid }) => uid === text("clause"))?.uid;
  const care = actor && ["me", "nobody"].includes(text("care")) ? text("care") : "";
  const days = actor && /^(7|30)$/.test(text("age")) ? Number(text("age")) : 0;
  return {
    clauses,
    words: {
      status,
      kind,
      clause: clause ?? "",
      release: release?.label ?? "",
      landed: landed?.label ?? "",
      care,
      age: days ? String(days) : "",
      sort,
      words,
    },
    filter: {
      page: pageNumber(text("page")),
      ...(status === "open" || status === "settled" ? { status } : {}),
      ...(isOutcome(status) ? { outcome: status } : {}),
      ...(isThreadKind(kind) ? { kind } : {}),
      ...(clause ? { sectionUid: clause } : {}),
      ...(release ? { releaseId: release.id } : {}),
      ...(landed ? { landedInId: landed.id } : {}),
      ...(actor && care ? { assignedToId: care === "me" ? actor.id : null } : {}),
      ...(days ? { before: new Date(Date.now() - days * DAY_MS) } : {}),
      ...(sort === "oldest" || sort === "support" ? { sort } : {}),
      ...(words.trim() ? { words: words.trim() } : {}),
    },
  };
}

const findRelease = async (specId: string, label: string) =>
  label
    ? db().release.findUnique({
        where: { specId_label: { specId, label } },
        select: { id: true, label: true },
      })
    : null;
