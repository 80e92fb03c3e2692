import { acceptInvitation } from "@/lib/commands/accept-invitation";
import { CreateSpec, createSpec } from "@/lib/commands/create-spec";
import { firstAdministratorLink } from "@/lib/commands/first-administrator";
import { inviteMember } from "@/lib/commands/invite";
import { registerInvited } from "@/lib/commands/register-invited";
import { db } from "@/lib/data/db";
import type { Actor } from "@/lib/policy/actor";
import type { Role } from "@/lib/policy/role";

export interface Persona {
  name: string;
  email: string;
  /** What this person shows, for the list that the demo prints. */
  does: string;
  role: Role;
}

/** One password for all: the demo listens on this machine alone. */
export const DEMO_PASSWORD = "a calm demo password";

/** The first one looks after the installation as well. */
export const PERSONAS: readonly [Persona, ...Persona[]] = [
  {
    name: "Ines Okafor",
    email: "ines@example.org",
    does: "administrator, publishes releases",
    role: "publisher",
  },
  { name: "Tomas Brandt", email: "tomas@example.org", does: "edits the draft", role: "editor" },
  { name: "Mei Lindqvist", email: "mei@example.org", does: "edits the draft", role: "editor" },
  { name: "Samir Haddad", email: "samir@example.org", does: "reviews releases", role: "reviewer" },
  {
    name: "Rosa Nkemelu",
    email: "rosa@example.org",
    does: "reads and comments",
    role: "commenter",
  },
];

const SPECS: readonly { title: string; slug: string; summary: string; template: string }[] = [
  {
    title: "How Marlow behaves",
    slug: "marlow",
    summary:
      "What the assistant Marlow does for the people who talk with it, and what it never does.",
    template: "blank",
  },
  {
    title: "House rules for automated replies",
    slug: "house-rules",
    summary: "What every team keeps to when a machine answers in the name of the city library.",
    template: "organisation",
  },
];

/**
 * Fills an empty installation with people and specs, by the same commands that people's clicks run:
 * what the demo shows is what the product does. Does nothing when there are people already.
 */
export async function seedDemo(): Promise<void> {
  if ((await db().user.count()) > 0) return;
  const [first, ...others] = PERSONAS;
  const publisher = await registerFirst(first);
  for (const spec of SPECS) {
    const { id } = await createSpec(publisher, CreateSpec.parse(spec));
    for (const persona of others) await join(publisher, id, persona);
  }
}

async function registerFirst({ name, email }: Persona): Promise<Actor> {
  const now = new Date();
  const link = await firstAdministratorLink(now);
  if (!link) throw new Error("This installation has an administrator already.");
  const secret = link.split("/").at(-1) ?? "";
  const { id } = await registerInvited(
    { name, email, password: DEMO_PASSWORD, secret },
    "demo",
    now,
  );
  return { id, isAdministrator: true, isSpecCreator: false, authenticatedAt: now };
}

/** Invites a persona, who makes an account with the first invitation and uses it for the next. */
async function join(publisher: Actor, specId: string, persona: Persona): Promise<void> {
  const now = new Date();
  const { name, email, role } = persona;
  const { secret } = await inviteMember(publisher, { specId, role, email }, now);
  const known = await db().user.findUnique({ where: { email }, select: { id: true } });
  if (!known) {
    await registerInvited({ name, email, password: DEMO_PASSWORD, secret }, "demo", now);
    return;
  }
  const actor = {
    id: known.id,
    isAdministrator: false,
    isSpecCreator: false,
    authenticatedAt: now,
  };
  await acceptInvitation(actor, { secret }, now);
}
