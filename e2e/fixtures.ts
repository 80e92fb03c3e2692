import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { SpecFixture } from "./support/spec-fixture";
import { signedInContext } from "./support/sign-in";

type Person = { name?: string; administrator?: boolean; specCreator?: boolean };

interface Fixtures {
  /** A browser of its own for a new person, signed in by cookie. */
  signIn: (person?: Person) => Promise<{ userId: string; page: Page; context: BrowserContext }>;
  /** A spec that belongs to this test alone. */
  spec: SpecFixture;
  /** Lines that a test expects on the console; any other error there fails it. */
  allowedConsoleErrors: RegExp[];
}

/** The tests of the whole product: each with people and a spec of its own, and a silent console. */
export const test = base.extend<Fixtures>({
  // The browser itself reports every answer of 404 on the console; pages that test for one expect it.
  allowedConsoleErrors: [[/status of 40[34]/], { option: true }],

  page: async ({ page, allowedConsoleErrors }, use) => {
    const problems = watch(page, allowedConsoleErrors);
    await use(page);
    failOn(problems);
  },

  signIn: async ({ browser, baseURL, allowedConsoleErrors }, use) => {
    const problems: string[][] = [];
    const contexts: BrowserContext[] = [];
    await use(async (person = {}) => {
      const { context, userId } = await signedInContext(browser, String(baseURL), person);
      contexts.push(context);
      const page = await context.newPage();
      problems.push(watch(page, allowedConsoleErrors));
      return { userId, page, context };
    });
    await Promise.all(contexts.map((context) => context.close()));
    failOn(problems.flat());
  },

  spec: async ({}, use) => {
    await use(await SpecFixture.create());
  },
});

export { expect } from "@playwright/test";

function watch(page: Page, allowed: RegExp[]): string[] {
  const problems: string[] = [];
  const note = (text: string) => {
    if (!allowed.some((pattern) => pattern.test(text))) problems.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error") note(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => note(String(error.stack ?? error)));
  return problems;
}

function failOn(problems: string[]): void {
  if (problems.length > 0) throw new Error(`The console had errors:\n${problems.join("\n")}`);
}
