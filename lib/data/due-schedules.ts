import { db } from "./db";

/** A time for publishing that has come. */
export interface DueSchedule {
  id: string;
  candidateId: string;
  hash: string;
  number: number;
  label: string;
  specId: string;
  specSlug: string;
  specTitle: string;
  setAt: Date;
  by: { id: string; isAdministrator: boolean; isSpecCreator: boolean };
}

/** Everything that is due by the database's clock, earliest first. */
export async function listDueSchedules(): Promise<DueSchedule[]> {
  const due = await db().$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "PublishSchedule" s
    LEFT JOIN "ScheduleEnd" e ON e."scheduleId" = s.id
    WHERE e."scheduleId" IS NULL AND s."publishAt" <= clock_timestamp()
    ORDER BY s."publishAt"`;
  const rows = await db().publishSchedule.findMany({
    where: { id: { in: due.map(({ id }) => id) } },
    orderBy: { publishAt: "asc" },
    select: {
      id: true,
      at: true,
      byId: true,
      candidate: {
        select: {
          id: true,
          hash: true,
          number: true,
          label: true,
          spec: { select: { id: true, slug: true, title: true } },
        },
      },
    },
  });
  const people = await db().user.findMany({
    where: { id: { in: rows.map(({ byId }) => byId) }, suspendedAt: null, erasedAt: null },
    select: { id: true, administratorSince: true, specCreatorSince: true },
  });
  const known = new Map(people.map((person) => [person.id, person]));
  return rows.map(({ id, at, byId, candidate }) => ({
    id,
    candidateId: candidate.id,
    hash: candidate.hash,
    number: candidate.number,
    label: candidate.label,
    specId: candidate.spec.id,
    specSlug: candidate.spec.slug,
    specTitle: candidate.spec.title,
    setAt: at,
    by: {
      id: byId,
      isAdministrator: Boolean(known.get(byId)?.administratorSince),
      isSpecCreator: Boolean(known.get(byId)?.specCreatorSince),
    },
  }));
}
