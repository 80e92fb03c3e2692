// Writes the published JSON Schemas from the document model: npm run schemas
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { schemaFiles } from "@/lib/export/schema-files";

const FOLDER = path.resolve("public", "schemas");

await mkdir(FOLDER, { recursive: true });
for (const [name, text] of Object.entries(schemaFiles())) {
  await writeFile(path.join(FOLDER, name), text);
  console.log(`Wrote public/schemas/${name}`);
}
