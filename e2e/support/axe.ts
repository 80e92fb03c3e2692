import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails when axe finds anything on the page, target sizes included (X1). */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page })
    // In the page itself: otherwise axe adds its findings up in a second page, for frames of other sites, of
    // which we have none, and takes twice as long.
    .setLegacyMode()
    .withTags(TAGS)
    // Menus and hints stand in layers of their own, outside of the page's regions.
    .options({ rules: { "target-size": { enabled: true }, region: { enabled: false } } })
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} at ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect(found, what).toEqual([]);
  expect(passes.length, `${what}: axe looked at something`).toBeGreaterThan(5);
}

/** The same in the light on a wide screen and in the dark on the narrowest one. */
export async function expectAccessibleInBoth(page: Page, what: string): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page, `${what}, light, 1280`);
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${what}, dark, 320`);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${what} at 320 pixels`).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
}
