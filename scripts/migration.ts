// Writes a new migration: the SQL from the tables as prisma/migrations makes them to those of
// prisma/schema.prisma. Usage: npm run migration -- name-of-the-change
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { MIGRATIONS_FOLDER } from "@/lib/data/migrate";
import { differenceTo } from "@/lib/testing/schema-engine";
import { startTestCluster } from "@/lib/testing/test-cluster";

const name = process.argv[2];
if (!name || !/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name)) {
  console.error("Name the change in lower-case words: npm run migration -- add-revisions");
  process.exit(1);
}

const cluster = await startTestCluster();
try {
  const ownerUrl = cluster.ownerUrl.replace("%s", cluster.template);
  const sql = await differenceTo(ownerUrl, path.resolve("prisma/schema.prisma"));
  if (sql === null) console.log("Nothing to write: the migrations already make these tables.");
  else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = path.join(MIGRATIONS_FOLDER, `${stamp}_${name.replaceAll("-", "_")}`);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "migration.sql"), sql);
    console.log(`Wrote ${path.relative(".", folder)}/migration.sql. Read it before you commit it.`);
  }
} finally {
  await cluster.stop();
}
