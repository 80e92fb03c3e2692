import { expect, type Page } from "@playwright/test";
import type { SpecFixture } from "./spec-fixture";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { transaction } from "@/lib/data/transaction";
import { documentHash, type SpecDocument } from "@/lib/spec/document";
import {
  bad,
  clause,
  chapter,
  compare,
  example,
  good,
  p,
  ref,
  spec,
  user,
} from "@/lib/spec/builders";
import { mintUid } from "@/lib/mint-uid";
import { ensureUids } from "@/lib/spec/uid";

/** A small spec of our own with everything that editing is about. */
export const SAMPLE = spec(
  chapter("Being useful", "What this assistant is for."),
  clause("be_honest", "Be honest", "Say what is true.", p("It goes with ", ref("be_kind"), ".")),
  example(
    "A flattering question",
    user("Is my poem good?"),
    compare(good("It has a strong ending."), bad("It is perfect.")),
  ),
  clause("be_kind", "Be kind", "Mind who is there."),
  chapter("Being safe"),
  clause("no_harm", "Do no harm", "Leave dangerous things alone."),
);

/** Puts a text into a draft, as an import would. */
export async function fillDraft(specId: string, { content }: SpecDocument = SAMPLE): Promise<void> {
  const own = ensureUids(structuredClone(content).map(withoutUids), mintUid);
  await transaction((tx) =>
    changeDraft(tx, { specId, authorId: null, origin: "import" }, (document) => ({
      ...document,
      content: own,
    })),
  );
}

/** Puts evaluation prompts into a draft, as an import would. */
export async function fillPrompts(specId: string, files: SpecDocument["prompts"]): Promise<void> {
  await transaction((tx) =>
    changeDraft(tx, { specId, authorId: null, origin: "import" }, (document) => ({
      ...document,
      prompts: files.map((file) => ({
        ...file,
        content: ensureUids(structuredClone(file.content).map(withoutUids), mintUid),
      })),
    })),
  );
}

/** Somebody else's change, as it arrives from another process. */
export async function changeStored(specId: string, words: string, others: string): Promise<void> {
  await transaction((tx) =>
    changeDraft(tx, { specId, authorId: null, origin: "suggestion" }, (document) => ({
      ...document,
      content: JSON.parse(
        JSON.stringify(document.content).replace(words, others),
      ) as SpecDocument["content"],
    })),
  );
}

function withoutUids<N extends { attrs?: object; content?: unknown }>(node: N): N {
  const attrs = node.attrs && "uid" in node.attrs ? { ...node.attrs, uid: null } : node.attrs;
  const content = Array.isArray(node.content)
    ? (node.content as N[]).map((child) => withoutUids(child))
    : node.content;
  return { ...node, ...(attrs ? { attrs } : {}), ...(content === undefined ? {} : { content }) };
}

interface StoredDraft {
  /** The text as JSON. */
  text: string;
  prompts: SpecDocument["prompts"];
  hash: string;
}

/** The draft as the database has it. */
export async function storedDraft(specId: string): Promise<StoredDraft> {
  const { document } = await getDraftMoment(db(), specId);
  const { content, prompts } = document;
  return { text: JSON.stringify(content), prompts, hash: await documentHash(document) };
}

/** Opens the editor of a spec and waits for its text. */
export async function openEditor(page: Page, slug: string): Promise<void> {
  await page.goto(`/w/${slug}/edit`);
  await expect(textOf(page)).toBeVisible({ timeout: 45_000 });
}

type SignIn = (person: { name: string }) => Promise<{ userId: string; page: Page }>;

const PEOPLE = ["Ada Berg", "Bo Lind", "Cy Moor"];

/** People who have the sample open, each in a browser of their own, one for each role. */
export async function openEditors<const Roles extends readonly ("editor" | "reader")[]>(
  signIn: SignIn,
  spec: SpecFixture,
  roles: Roles,
): Promise<{ [Place in keyof Roles]: Page }> {
  await fillDraft(spec.id);
  const pages: Page[] = [];
  for (const [place, role] of roles.entries()) {
    const { userId, page } = await signIn({ name: PEOPLE[place]! });
    await spec.add(userId, role);
    pages.push(page);
  }
  await Promise.all(pages.map((page) => openEditor(page, spec.slug)));
  return pages as { [Place in keyof Roles]: Page };
}

export const textOf = (page: Page) => page.getByRole("textbox", { name: /^Text of/ });

/** The evaluation prompts that are open beside the text. */
export const promptsOf = (page: Page) => page.getByRole("textbox", { name: /^Evaluation prompts/ });

/** Puts the caret at the end of the block with these words. */
export async function caretAfter(page: Page, words: string): Promise<void> {
  await textOf(page).getByText(words, { exact: true }).click();
  await page.keyboard.press("End");
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator("[data-save-state]")).toHaveAttribute("data-save-state", "saved", {
    timeout: 20_000,
  });
}
