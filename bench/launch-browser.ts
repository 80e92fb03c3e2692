import { chromium, type Browser } from "@playwright/test";
import { findBrowser } from "@/scripts/browser";

/** The browser that the tests use too. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
