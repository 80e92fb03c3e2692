import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    // Files of one worker share what they import: nothing here keeps state beyond its own file (a database
    // of its own, no mocked modules), and loading everything anew costs two seconds for each of 170 files.
    isolate: false,
    // Vitest leaves one processor idle otherwise, which of two is half.
    maxWorkers: "100%",
    projects: [
      {
        // Pure folders and components: no database, so they start at once.
        extends: true,
        test: {
          name: "pure",
          setupFiles: ["lib/testing/fixed-seed.ts"],
          // Laws run hundreds of random documents; a busy machine takes its time.
          testTimeout: 60_000,
          include: [
            "lib/{spec,markdown,draft,diff,anchor,feedback,policy,workflow,cli,import,export}/**/*.test.ts",
            "lib/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "scripts/demo/marlow.test.ts",
          ],
        },
      },
      {
        // Everything that touches data meets a real PostgreSQL; each file gets a database of its own.
        extends: true,
        test: {
          name: "data",
          include: [
            "lib/{data,commands,sync,auth,testing}/**/*.test.ts",
            "{server,scripts}/**/*.test.ts",
          ],
          exclude: ["scripts/demo/marlow.test.ts"],
          globalSetup: ["lib/testing/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Real sockets and processes on a busy machine: a second try, which npm test names so it gets mended.
          retry: 1,
        },
      },
    ],
  },
});
