import { z } from "zod";
import { Levels } from "@/lib/spec/read-parts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Moment = z.iso.datetime();
const Address = z.string().describe("An address with its origin.");
const Note = z.strictObject({ reason: z.string(), at: Moment });

const Release = z.strictObject({
  number: z.int().min(1).describe("1, 2, 3: the order of publication."),
  label: z.string().describe("Its place in addresses."),
  publishedAt: Moment,
  origin: z.enum(["published", "imported"]),
  documentHash: Hash.describe("SHA-256 of the release as JSON."),
  manifestHash: Hash,
  changelog: z.string().describe("Markdown."),
  withdrawal: Note.nullable(),
  override: Note.nullable().describe("Why it was published against the rules of its spec."),
  errata: z.array(
    z.strictObject({
      number: z.int().min(1),
      sectionId: z.string().nullable(),
      text: z.string(),
      at: Moment,
    }),
  ),
  html: Address,
  json: Address,
  markdown: Address,
  record: Address,
  bundle: Address,
});

const Releases = z.strictObject({
  format: z.literal("precept-releases"),
  version: z.literal(1),
  spec: z.strictObject({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
  }),
  releases: z.array(Release).min(1).describe("Newest first."),
});

/** What an excerpt says about where it is from. */
const provenance = {
  version: z.literal(1),
  spec: z.strictObject({ slug: z.string(), title: z.string() }),
  release: z.strictObject({ label: z.string(), publishedAt: Moment, documentHash: Hash }),
  schema: z.string().describe("Names the document model."),
  id: z.string(),
  uid: z.string().nullable(),
  title: z.string(),
  html: Address,
};

const Clause = z.strictObject({
  format: z.literal("precept-clause"),
  ...provenance,
  number: z.string(),
  authority: Levels.element.nullable(),
  tags: z.array(z.string()),
  parent: z.string().nullable(),
  citedBy: z.array(z.string()),
});

const Example = z.strictObject({
  format: z.literal("precept-example"),
  ...provenance,
  section: z.string().nullable(),
});

/** Blocks are those of the spec itself, whose schema stands beside this one. */
const CONTENT = { $ref: "precept-spec-1.schema.json#/$defs/blocks" };

/** What published specs are read as by programs besides the canonical JSON: see /api. */
export function publishedSchema(): object {
  return {
    $schema: DIALECT,
    title: "What Precept publishes for programs, version 1",
    description: "The list of releases, one clause, or one example. `format` says which.",
    oneOf: [shape(Releases), withContent(shape(Clause)), withContent(shape(Example))],
  };
}

type Shape = { properties?: Record<string, unknown>; required?: string[] };

function shape(type: z.ZodType): Shape {
  const { $schema: _, ...rest } = z.toJSONSchema(type);
  return rest as Shape;
}

const withContent = (one: Shape): Shape => ({
  ...one,
  properties: { ...one.properties, content: CONTENT },
  required: [...(one.required ?? []), "content"],
});
