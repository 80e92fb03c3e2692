import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import { approveComment } from "@/lib/commands/feedback/moderate-comment";
import { OpenThread, openThread } from "@/lib/commands/feedback/open-thread";
import { person } from "@/lib/testing/people";
import type { publishedSpec } from "@/lib/testing/published-spec";

export type Published = Awaited<ReturnType<typeof publishedSpec>>;

/** A comment that everybody can read, made by the product's own commands. */
export async function said(spec: Published, more: Partial<OpenThread> = {}) {
  const author = await person();
  const input = OpenThread.parse({
    specId: spec.id,
    release: spec.release.label,
    on: "honest",
    kind: "question",
    body: `What does true mean? ${randomUUID()}`,
    ...more,
  });
  const thread = await openThread(author, input, new Date());
  await approveComment(spec.publisher, { commentId: thread.id }, new Date());
  return { ...thread, author };
}

/** Opens the text of a release; what was published a moment ago is there in a moment. */
export async function openRelease(page: Page, spec: Published): Promise<void> {
  await expect(async () => {
    expect((await page.goto(`/${spec.slug}/${spec.release.label}`))?.status()).toBe(200);
  }).toPass({ timeout: 20_000 });
}

/** Goes to a control by the Tab key alone, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator, most = 80): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(control, `reached within ${most} steps of Tab`).toBeFocused();
}
