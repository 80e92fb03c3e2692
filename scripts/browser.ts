import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { ScriptStopped } from "./progress";

const INSTALLED = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Finds a browser for the tests: the one that PLAYWRIGHT_CHROMIUM or CHROME_PATH names, an installed
 * Chrome or Chromium, Playwright's own, or one that Playwright can install now.
 *
 * @throws ScriptStopped with what to install when there is none.
 */
export function findBrowser(): string {
  const named = process.env.PLAYWRIGHT_CHROMIUM ?? process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new ScriptStopped(
      `There is no browser at ${named}. Correct PLAYWRIGHT_CHROMIUM or CHROME_PATH.`,
    );
  }
  const found = [...INSTALLED, chromium.executablePath()].find(existsSync);
  if (found) return found;
  console.log("  No Chrome or Chromium found; trying to install Playwright's own …");
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    stdio: "inherit",
  });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new ScriptStopped(
    "The tests need a browser and none could be installed. Install Chrome or Chromium (Debian: apt-get install chromium), or set CHROME_PATH to one.",
  );
}
