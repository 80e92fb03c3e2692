import type { Reader } from "./reader";

/** A person as others see them. */
export interface NamedPerson {
  id: string;
  name: string;
}

export type Names = (id: string) => NamedPerson;

/** What stands for people whose account was erased. */
const GONE = "Somebody who left";

/** Looks names up once; whoever is not found any more has a name that says so. */
export async function namesOf(reader: Reader, ids: readonly string[]): Promise<Names> {
  const people = await reader.user.findMany({
    where: { id: { in: [...new Set(ids)] }, erasedAt: null },
    select: { id: true, name: true },
  });
  const known = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => ({ id, name: known.get(id) || GONE });
}
