import { db } from "@/lib/data/db";
import { DEMO_PASSWORD, PERSONAS } from "@/lib/demo-people";

/** The people of the demo, for whoever started it. */
export async function whoToSignInAs(): Promise<string> {
  const known = await db().user.count({ where: { email: PERSONAS[0].email } });
  if (known === 0) return "Sign in as one of the people who are in this database already.";
  const width = Math.max(...PERSONAS.map(({ email }) => email.length));
  const lines = PERSONAS.map(
    ({ email, name, does }) => `  ${email.padEnd(width)}   ${name}: ${does}`,
  );
  return [`Sign in as ${"".padEnd(width - 9)}   password of all: ${DEMO_PASSWORD}`, ...lines].join(
    "\n",
  );
}
