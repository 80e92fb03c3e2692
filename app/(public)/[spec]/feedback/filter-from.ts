import { db } from "@/lib/data/db";
import type { ThreadFilter } from "@/lib/data/threads";
import { isThreadKind } from "@/lib/feedback/kinds";
import { isOutcome } from "@/lib/feedback/outcomes";

export interface FilterWords {
  status: string;
  kind: string;
  release: string;
  sort: string;
  words: string;
}

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The filter that an address asks for. What it says wrongly is left out. */
export async function filterFrom(
  specId: string,
  query: Query,
): Promise<{ words: FilterWords; filter: ThreadFilter & { page: number } }> {
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const status = text("status");
  const kind = text("kind");
  const sort = text("sort");
  const words = text("words").slice(0, 100);
  const label = text("release");
  const release = label
    ? await db().release.findUnique({
        where: { specId_label: { specId, label } },
        select: { id: true, label: true },
      })
    : null;
  return {
    words: { status, kind, release: release?.label ?? "", sort, words },
    filter: {
      page: Math.max(1, Number.parseInt(text("page"), 10) || 1),
      ...(status === "open" || status === "settled" ? { status } : {}),
      ...(isOutcome(status) ? { outcome: status } : {}),
      ...(isThreadKind(kind) ? { kind } : {}),
      ...(release ? { releaseId: release.id } : {}),
      ...(sort === "oldest" || sort === "support" ? { sort } : {}),
      ...(words.trim() ? { words: words.trim() } : {}),
    },
  };
}
