import type { z } from "zod";
import type { ActionResult } from "./action-result";
import { requireActor } from "./auth/current-actor";
import { AppError, Invalid } from "./errors";
import { log } from "./log";
import type { Actor } from "./policy/actor";

/**
 * Wraps a command as a server action: who is asking, is the input well-formed, then the command; what
 * it throws for people becomes an answer, anything else is logged and answered without its text.
 *
 * @param schema What the form must send. Fields with errors come back by their path ("levels.0.key").
 * @param command The write. It authorises by itself: an action can be called by anybody.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  command: (actor: Actor, input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return async (input) =>
    answer(async () => {
      const actor = await requireActor();
      return command(actor, parse(schema, input));
    });
}

/** Like `action`, for the few steps that people take before they are signed in. */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  command: (input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<ActionResult<T>> {
  return async (input) => answer(async () => command(parse(schema, input)));
}

async function answer<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (error) {
    if (error instanceof AppError) {
      const { code, message, fields } = error;
      return { ok: false, error: { code, message, ...(fields ? { fields } : {}) } };
    }
    if (isNavigation(error)) throw error;
    log().error({ err: error }, "action failed");
    return {
      ok: false,
      error: {
        code: "fault",
        message: "Something went wrong on our side. Nothing was changed. Try again in a moment.",
      },
    };
  }
}

function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new Invalid("Some fields need another look.", fields);
}

/** Next moves between pages by throwing: such errors are its own and go back to it. */
function isNavigation(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("digest" in error)) return false;
  return typeof error.digest === "string" && error.digest.startsWith("NEXT_");
}
