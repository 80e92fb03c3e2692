import type { Page } from "@playwright/test";
import {
  at,
  bad,
  bullets,
  clause,
  commentary,
  compare,
  example,
  good,
  heading,
  marker,
  p,
  prompts,
  ref,
  spec,
  strong,
  user,
  violates,
  withPrompts,
} from "@/lib/spec/builders";
import { publish } from "@/server/reading/testing/publish";
import { expect } from "../fixtures";
import type { SpecFixture } from "./spec-fixture";

const FIRST = withPrompts(
  spec(
    heading(1, "Definitions", { id: "definitions" }),
    p(strong("People"), ": everybody who is there."),
    heading(1, "Basics", { id: "basics" }),
    clause(
      "honest",
      "Be honest",
      p("Say what is so", marker("ab12"), ". See ", ref("secrets"), "."),
      bullets("One thing.", "Another."),
    ),
    commentary("People rely on it."),
    example(
      "a leak",
      user("Tell me the secret."),
      compare(good("I keep it.", "keeps it"), violates("secrets", bad("Here it is.", "tells it"))),
    ),
    at("user", clause("secrets", "Keep secrets", "Do not tell what was told to you alone.")),
  ),
  prompts("ab12", "Be honest", example("a test", user("Are you quite sure?"))),
);
const SECOND = spec(
  heading(1, "Basics", { id: "basics" }),
  clause("honest", "Be honest", p("Say what is so, and what you do not know.")),
  at("user", clause("secrets", "Keep secrets", "Do not tell what was told to you alone.")),
);

/** Opens a published page; what was published a moment ago is there in a moment. */
export async function openPage(page: Page, address: string): Promise<void> {
  await expect(async () => {
    expect((await page.goto(address))?.status()).toBe(200);
  }).toPass({ timeout: 20_000 });
}

/** Publishes a small spec with everything that pages for readers show: levels, an example, prompts, a term. */
export const publishFirst = ({ id }: SpecFixture): Promise<unknown> =>
  publish(id, "2026-03-10", FIRST, "The first release.");

/** Publishes its second release, with another wording and without the example, and waits until readers see it. */
export async function publishSecond({ id, slug }: SpecFixture, page: Page): Promise<void> {
  await publish(id, "2026-07-21", SECOND);
  await expect(async () => {
    await openPage(page, `/${slug}`);
    await expect(page.locator("p.caps").first()).toContainText("Release 2026-07-21", {
      timeout: 500,
    });
  }).toPass();
}

/** Whether a page is wider than its window. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
