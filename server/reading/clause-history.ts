import type { ClauseMoment } from "@/components/reading/reading-facts";
import type { PublishedSpec } from "@/lib/data/published";
import { sectionTree } from "@/lib/spec/section-tree";
import type { Library } from "./library";
import type { ReleaseComparison } from "./release-comparison";

/**
 * What happened to one section, newest first: a moment for each release that brought it or changed its
 * text, under the id that it had there.
 *
 * @param label A release that has the section.
 * @param id Its id in that release.
 */
export async function clauseHistory(
  library: Library,
  spec: PublishedSpec,
  label: string,
  id: string,
): Promise<ClauseMoment[]> {
  const { releases } = spec;
  const steps = await Promise.all(
    releases
      .slice(1)
      .map((older, index) => library.comparison(older.documentHash, releases[index]!.documentHash)),
  );
  const ids = idsOverTime(
    steps,
    releases.findIndex((each) => each.label === label),
    id,
  );
  const moments: ClauseMoment[] = [];
  for (const [index, release] of releases.entries()) {
    const own = ids[index];
    if (own == null) continue;
    const before = releases[index + 1];
    const what = before ? news(steps[index]!, own, ids[index + 1] ?? null) : "first release";
    if (what === null) continue;
    const tree = sectionTree((await library.document(release.documentHash)).content);
    moments.push({
      label: release.label,
      publishedAt: release.publishedAt,
      id: own,
      title: tree.byId.get(own)?.title ?? own,
      what,
      before: before?.label ?? null,
    });
  }
  return moments;
}

/** Its id in each release, newest first; null where it is not. */
function idsOverTime(
  steps: readonly ReleaseComparison[],
  at: number,
  id: string,
): (string | null)[] {
  const ids = new Array<string | null>(steps.length + 1).fill(null);
  ids[at] = id;
  for (let index = at - 1; index >= 0; index -= 1) {
    const newer = ids[index + 1];
    ids[index] = newer == null ? null : steps[index]!.newerIdOf(newer);
  }
  for (let index = at + 1; index < ids.length; index += 1) {
    const older = ids[index - 1];
    ids[index] = older == null ? null : steps[index - 1]!.olderIdOf(older);
  }
  return ids;
}

function news(step: ReleaseComparison, id: string, before: string | null): string | null {
  const found = step.inNewer.get(id);
  if (before === null || found?.kind === "added") return "added";
  return found ? found.what || "changed" : null;
}
