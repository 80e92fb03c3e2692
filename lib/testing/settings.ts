import { afterAll, beforeAll } from "vitest";
import { forgetEnv } from "@/lib/env";

const FOR_TESTS = {
  APP_URL: "http://localhost:3300",
  AUTH_SECRET: "not a secret, but long enough to pass for one",
} as const;

/** Gives a test file settings of its own; what is not named is as in an empty environment. */
export function useSettings(settings: Readonly<Record<string, string>> = {}): void {
  const before = { ...process.env };
  beforeAll(() => changeSettings({ ...FOR_TESTS, ...settings }));
  afterAll(() => {
    for (const name of Object.keys({ ...FOR_TESTS, ...settings })) delete process.env[name];
    changeSettings(before);
  });
}

/** Changes some settings in the middle of a test file. */
export function changeSettings(settings: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  forgetEnv();
}
