import type { TextChoice } from "@/components/diff/compare-toolbar";
import { absoluteTime } from "@/components/ui/relative-time";
import { db } from "@/lib/data/db";
import { listReleases } from "@/lib/data/releases";
import { listRevisions } from "@/lib/data/revisions";
import type { Actor } from "@/lib/policy/actor";

const REVISIONS_TO_CHOOSE = 30;

/** The texts of a spec that one may compare, newest first. */
export async function listTextChoices(
  actor: Actor,
  specId: string,
): Promise<{ group: string; texts: TextChoice[] }[]> {
  const [releases, revisions] = await Promise.all([
    listReleases(db(), specId),
    listRevisions(actor, specId, { take: REVISIONS_TO_CHOOSE }),
  ]);
  return [
    { group: "Now", texts: [{ value: "@draft", label: "Draft" }] },
    { group: "Releases", texts: releases.map(({ label }) => ({ value: label, label })) },
    {
      group: "Revisions",
      texts: revisions.map(({ number, name, at }) => ({
        value: `@${number}`,
        label: `${name ?? `Revision ${number}`}, ${absoluteTime(at)}`,
      })),
    },
  ];
}
