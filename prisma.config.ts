import { defineConfig } from "prisma/config";

// The address of the database is not named here: the application opens it itself (lib/data/db.ts),
// and migrations are applied by lib/data/migrate.ts.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
