import { Forbidden, NotFound } from "@/lib/errors";
import type { Actor } from "@/lib/policy/actor";
import { canManagePeople, type PersonStanding } from "@/lib/policy/person";
import { db } from "./db";
import type { Reader } from "./reader";
import type { Transaction } from "./transaction";

/** What people see of their own account. */
export interface OwnAccountView {
  id: string;
  name: string;
  email: string | null;
  emailVerifiedAt: Date | null;
  hasPassword: boolean;
  /** Identity providers that sign in to this account, by their names in the configuration. */
  providers: string[];
  createdAt: Date;
}

/** What administrators, and nobody else, see of an account. */
export interface PersonView {
  id: string;
  name: string;
  email: string | null;
  createdAt: Date;
  lastSeenAt: Date | null;
  isAdministrator: boolean;
  isSpecCreator: boolean;
  suspendedAt: Date | null;
  erasedAt: Date | null;
  specCount: number;
}

export const PEOPLE_PER_PAGE = 50;

/** The actor's own account. */
export async function getOwnAccount(actor: Actor): Promise<OwnAccountView> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      passwordHash: true,
      createdAt: true,
      accounts: { select: { provider: true } },
    },
  });
  const { emailVerified, passwordHash, accounts, ...rest } = user;
  return {
    ...rest,
    emailVerifiedAt: emailVerified,
    hasPassword: passwordHash !== null,
    providers: accounts.map(({ provider }) => provider),
  };
}

/**
 * One page of the people of this installation by name, for administrators.
 *
 * @param words Part of a name or an address; empty for everybody. Erased accounts are left out.
 * @param page Starts at 1.
 * @throws Forbidden for everybody else: this read shows addresses.
 */
export async function listPeople(
  actor: Actor,
  { words = "", page = 1 }: { words?: string; page?: number },
): Promise<{ people: PersonView[]; total: number }> {
  if (!canManagePeople(actor)) throw new Forbidden("see the people of this site", ASK);
  const where = {
    erasedAt: null,
    ...(words && {
      OR: [
        { name: { contains: words, mode: "insensitive" as const } },
        { email: { contains: words, mode: "insensitive" as const } },
      ],
    }),
  };
  const [total, rows] = await Promise.all([
    db().user.count({ where }),
    db().user.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * PEOPLE_PER_PAGE,
      take: PEOPLE_PER_PAGE,
      select: personFields,
    }),
  ]);
  return { people: rows.map(toPersonView), total };
}

/** Everything that a rule asks about a person. @throws NotFound when there is no such account. */
export async function requirePerson(reader: Reader, id: string): Promise<PersonStanding> {
  const user = await reader.user.findUnique({ where: { id }, select: standingFields });
  if (!user) throw new NotFound("such person");
  return toStanding(user);
}

/**
 * All administrators, locked until the transaction ends: two of them who leave or are taken out of
 * office at the same moment must not both succeed.
 */
export async function lockAdministrators(tx: Transaction): Promise<PersonStanding[]> {
  await tx.$queryRaw`
    SELECT 1 AS locked FROM "User" WHERE "administratorSince" IS NOT NULL ORDER BY id FOR UPDATE`;
  const users = await tx.user.findMany({
    where: { administratorSince: { not: null } },
    select: standingFields,
  });
  return users.map(toStanding);
}

/** Names by id, for lines of the audit log. People who erased their account are left out. */
export async function findNames(ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db().user.findMany({
    where: { id: { in: [...new Set(ids)] }, erasedAt: null },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

const ASK = "Ask an administrator.";

const standingFields = {
  id: true,
  administratorSince: true,
  suspendedAt: true,
  erasedAt: true,
} as const;

const personFields = {
  ...standingFields,
  name: true,
  email: true,
  createdAt: true,
  specCreatorSince: true,
  sessions: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } },
  _count: { select: { memberships: true } },
} as const;

interface StandingRow {
  id: string;
  administratorSince: Date | null;
  suspendedAt: Date | null;
  erasedAt: Date | null;
}

const toStanding = (user: StandingRow): PersonStanding => ({
  id: user.id,
  isAdministrator: user.administratorSince !== null,
  isSuspended: user.suspendedAt !== null,
  isErased: user.erasedAt !== null,
});

interface PersonRow extends StandingRow {
  name: string;
  email: string | null;
  createdAt: Date;
  specCreatorSince: Date | null;
  sessions: { lastSeenAt: Date }[];
  _count: { memberships: number };
}

const toPersonView = (row: PersonRow): PersonView => ({
  id: row.id,
  name: row.name,
  email: row.email,
  createdAt: row.createdAt,
  lastSeenAt: row.sessions[0]?.lastSeenAt ?? null,
  isAdministrator: row.administratorSince !== null,
  isSpecCreator: row.specCreatorSince !== null,
  suspendedAt: row.suspendedAt,
  erasedAt: row.erasedAt,
  specCount: row._count.memberships,
});
