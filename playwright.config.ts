import { defineConfig } from "@playwright/test";

// scripts/e2e.ts starts the database and the server and finds a browser; it hands them over here.
const baseURL = process.env.E2E_URL ?? "http://localhost:3000";

const STORY = "story.spec.ts";

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A second try on a busy machine. One that needed it is named at the end of npm test, so it gets mended.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  // What a person waits for can take longer than five seconds on a busy machine, and is no failure.
  expect: { timeout: 20_000 },
  // The longest begins first, so that nobody waits for it alone at the end.
  projects: [
    { name: "story", testMatch: STORY },
    { name: "parts", testIgnore: STORY },
  ],
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["line"], ["json"]] : [["line"]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.E2E_BROWSER ? { executablePath: process.env.E2E_BROWSER } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
