import { exampleLineSchema } from "@/lib/markdown/example-line-schema";
import { specJsonSchema } from "@/lib/spec/json-schema";
import { publishedSchema } from "./published-schema";

/** The published JSON Schemas by file name. Written to public/schemas by `npm run schemas`. */
export function schemaFiles(): Record<string, string> {
  return {
    "precept-spec-1.schema.json": text(specJsonSchema()),
    "precept-example-1.schema.json": text(exampleLineSchema()),
    "precept-published-1.schema.json": text(publishedSchema()),
  };
}

const text = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;
