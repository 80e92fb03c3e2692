import { randomUUID } from "node:crypto";
import { acceptInvitation } from "@/lib/commands/specs/accept-invitation";
import { firstAdministratorLink } from "@/lib/commands/people/first-administrator";
import { inviteMember } from "@/lib/commands/specs/invite";
import { registerInvited } from "@/lib/commands/people/register-invited";
import { addPerson } from "@/lib/commands/people/register-person";
import { saveByline } from "@/lib/commands/feedback/save-byline";
import { transaction } from "@/lib/data/transaction";
import { DEMO_PASSWORD, PERSONAS, type Persona } from "@/lib/demo-people";
import type { Actor } from "@/lib/policy/actor";

/** The people of the demo by their first names. */
export type Cast = Record<Persona["key"], Actor>;

/** Makes the first persona the administrator, by the link that a new installation prints. */
export async function registerFirst(at: Date): Promise<Actor> {
  const [{ name, email }] = PERSONAS;
  const link = await firstAdministratorLink(at);
  if (!link) throw new Error("This installation has an administrator already.");
  const secret = link.split("/").at(-1) ?? "";
  const person = { name, email, password: DEMO_PASSWORD, secret };
  const { id } = await registerInvited(person, "demo", at);
  return { ...actorOf(id, at), isAdministrator: true };
}

/** Invites the others, who make their accounts with the invitation. */
export async function inviteCast(publisher: Actor, specId: string, at: Date): Promise<Cast> {
  const cast: Partial<Cast> = { ines: publisher };
  for (const { key, name, email, role } of PERSONAS.slice(1)) {
    const { secret } = await inviteMember(publisher, { specId, role, email }, at);
    const person = { name, email, password: DEMO_PASSWORD, secret };
    const { id } = await registerInvited(person, "demo", at);
    cast[key] = actorOf(id, at);
  }
  return cast as Cast;
}

/** Lets the cast into another spec, each with their role. */
export async function admitCast(cast: Cast, specId: string, at: Date): Promise<void> {
  for (const { key, role, email } of PERSONAS.slice(1)) {
    const { secret } = await inviteMember(cast.ines, { specId, role, email }, at);
    await acceptInvitation(cast[key], { secret }, at);
  }
}

/** A reader who commented once, under the name they chose. Nobody signs in as them. */
export async function addReader(name: string, at: Date): Promise<Actor> {
  const email = `reader-${randomUUID()}@example.org`;
  const { id } = await transaction((tx) =>
    addPerson(tx, { name: name.split(",")[0] ?? name, email, emailVerified: at }, "mail", at),
  );
  const actor = actorOf(id, at);
  await saveByline(actor, { showsName: true, organisation: "" });
  return actor;
}

const actorOf = (id: string, at: Date): Actor => ({
  id,
  isAdministrator: false,
  isSpecCreator: false,
  authenticatedAt: at,
});
