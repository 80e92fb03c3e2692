import { z } from "zod";
import type { Ledger } from "./ledger";
import { LEVEL_COLOURS, LEVEL_SHAPES } from "./level-style";
import type { AuthorityLevel } from "./levels";
import { UnreadableDocument } from "./unreadable-document";

const Level = z.strictObject({
  key: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  rank: z.int().min(0).max(1000),
  steerability: z.enum(["fixed", "explicit", "implicit"]),
  colour: z.enum(LEVEL_COLOURS),
  shape: z.enum(LEVEL_SHAPES),
});

const id = z.string().min(1).max(200);
const when = { release: z.string().max(200).nullable(), revision: z.string().max(200).nullable() };
const Event = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("renamed"), from: id, to: id, ...when }),
  z.strictObject({ kind: z.literal("merged"), from: z.array(id), to: id, ...when }),
  z.strictObject({ kind: z.literal("split"), from: id, to: z.array(id), ...when }),
  z.strictObject({
    kind: z.literal("moved"),
    id,
    from: id.nullable(),
    to: id.nullable(),
    ...when,
  }),
  z.strictObject({ kind: z.literal("retired"), id, reason: z.string().max(10_000), ...when }),
]);

/** The shapes of the parts that are no blocks, also for the JSON Schema. */
export const Levels = z.array(Level).max(100);
export const LedgerShape = z.array(Event).max(100_000);

/** Reads the authority levels of a document. */
export function readLevels(value: unknown): AuthorityLevel[] {
  return read(Levels, value, "$.levels");
}

/** Reads the identity ledger of a document. */
export function readLedger(value: unknown): Ledger {
  return read(LedgerShape, value, "$.ledger");
}

function read<T>(shape: z.ZodType<T>, value: unknown, path: string): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const steps = (issue?.path ?? []).map((step) =>
    typeof step === "number" ? `[${step}]` : `.${String(step)}`,
  );
  throw new UnreadableDocument(path + steps.join(""), `is not valid (${issue?.message})`);
}
