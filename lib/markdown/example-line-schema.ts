import { z } from "zod";
import { ROLES, VERDICTS } from "@/lib/spec/schema/example-blocks";
import type { ExampleLine } from "./json-lines";

/** Typed as the line itself, so that it fails to compile when the two say different things. */
const Line: z.ZodType<ExampleLine> = z
  .strictObject({
    id: z.string().describe("What its address ends with."),
    title: z.string(),
    release: z.string().nullable().describe("Label of the release; null for a draft."),
    section: z.string().nullable().describe("Id of the clause."),
    sectionTitle: z.string().nullable(),
    authority: z.string().nullable().describe("Key of the level that its clause speaks with."),
    sensitive: z.boolean(),
    evaluation: z
      .string()
      .nullable()
      .describe("Marker whose evaluation prompts it is one of; null for examples in the text."),
    conversation: z.array(
      z.strictObject({
        role: z.enum(ROLES),
        attributes: z.record(z.string(), z.string()),
        text: z.string(),
      }),
    ),
    responses: z.array(
      z.strictObject({
        text: z.string(),
        verdict: z.enum(VERDICTS).nullable(),
        reason: z.string().nullable().describe("Markdown."),
        violates: z.string().nullable().describe("Id of the clause it breaks."),
      }),
    ),
  })
  .describe("One line of the examples of a spec: a conversation with responses to compare.");

/** A line as `examplesAsJsonLines` writes it, as JSON Schema. */
export function exampleLineSchema(): object {
  return { ...z.toJSONSchema(Line), title: "Precept example, version 1" };
}
