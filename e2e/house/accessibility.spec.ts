import { expect, test } from "../fixtures";
import { expectAccessible } from "../support/axe";

const LOOKS = [
  { theme: "light", width: 320 },
  { theme: "light", width: 1280 },
  { theme: "dark", width: 320 },
  { theme: "dark", width: 1280 },
] as const;

const SIGNED_OUT = ["/", "/sign-in", "/sign-up", "/no/such/page"];
const SIGNED_IN = ["/", "/w", "/w/new", "/account", "/admin", "/admin/audit"];
const IN_SPEC = ["", "/members", "/settings", "/settings/levels"];

for (const { theme, width } of LOOKS) {
  test(`pages are accessible, ${theme} at ${width} px`, async ({ page, signIn, spec }) => {
    test.slow();
    const person = await signIn({ administrator: true, specCreator: true });
    await spec.add(person.userId, "publisher");
    const visits = [
      ...SIGNED_OUT.map((address) => ({ on: page, address })),
      ...[...SIGNED_IN, ...IN_SPEC.map((place) => `/w/${spec.slug}${place}`)].map((address) => ({
        on: person.page,
        address,
      })),
    ];
    for (const { on, address } of visits) {
      await on.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await on.setViewportSize({ width, height: 900 });
      await on.goto(address);
      await expectAccessible(on, `${address} as ${on === page ? "visitor" : "publisher"}`);
      const wider = await on.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(wider, `${address} scrolls sideways at ${width} px`).toBe(false);
    }
  });

  test(`dialogs are accessible, ${theme} at ${width} px`, async ({ signIn, spec }) => {
    const { page, userId } = await signIn();
    await spec.add(userId, "publisher");
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/w/${spec.slug}/members`);
    await page.getByRole("button", { name: "Invite people" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, "the invitation dialog");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Invite people" })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, "the palette");
  });
}
