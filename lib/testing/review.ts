import { appendUpdates } from "@/lib/data/draft-log";
import { getCandidate } from "@/lib/data/candidates";
import { db } from "@/lib/data/db";
import { loadReview, type Review } from "@/lib/data/review";
import { transaction } from "@/lib/data/transaction";
import { approveCandidate } from "@/lib/commands/review/approve-candidate";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { createSpec, CreateSpec } from "@/lib/commands/specs/create-spec";
import { cutCandidate } from "@/lib/commands/review/cut-candidate";
import { publishRelease } from "@/lib/commands/review/publish-release";
import type { Actor } from "@/lib/policy/actor";
import type { BlockJson } from "@/lib/spec/block-json";
import { clause, spec as specOf } from "@/lib/spec/builders";
import { member, person } from "./people";

/** A spec with the people that a review needs; its draft has one clause per word of `text`. */
export interface ReviewScene {
  specId: string;
  slug: string;
  publisher: Actor;
  editor: Actor;
  /** Three reviewers who wrote nothing. */
  reviewers: [Actor, Actor, Actor];
}

let scenes = 0;

export async function reviewScene(): Promise<ReviewScene> {
  const publisher = await person({ specCreator: true, name: "Paz" });
  scenes += 1;
  const slug = `review-${process.pid}-${scenes}`;
  const input = CreateSpec.parse({ title: "House rules", slug });
  const { id: specId } = await createSpec(publisher, input);
  const [editor, first, second, third] = await Promise.all([
    member(specId, "editor"),
    member(specId, "reviewer"),
    member(specId, "reviewer"),
    member(specId, "reviewer"),
  ]);
  return { specId, slug, publisher, editor, reviewers: [first, second, third] };
}

/** Makes the draft say these clauses; each keeps its identity by its id. */
export function write(
  { specId }: Pick<ReviewScene, "specId">,
  author: Actor,
  clauses: Readonly<Record<string, string>>,
): Promise<bigint> {
  const sections = Object.entries(clauses).map(([id, text]) => {
    const blocks = clause(id, id, text);
    return blocks.map((block, index) => withUid(block, `${id}-${index}`));
  });
  const { content } = specOf();
  return transaction((tx) =>
    changeDraft(tx, { specId, authorId: author.id, origin: "import" }, (document) => ({
      ...document,
      content: [...content, ...sections.flat()],
    })),
  );
}

const withUid = (block: BlockJson, uid: string) =>
  ({ ...block, attrs: { ...block.attrs, uid } }) as BlockJson;

/** An update of nobody's text, so that the log goes on while a test looks elsewhere. */
export const idleUpdate = ({ specId }: Pick<ReviewScene, "specId">, author: Actor) =>
  transaction((tx) =>
    appendUpdates(tx, specId, [
      { update: new Uint8Array([0, 0]), authorId: author.id, origin: "edit", touched: [] },
    ]),
  );

export const cut = (scene: ReviewScene, label: string, changelog = "All of it.") =>
  cutCandidate(scene.editor, { specId: scene.specId, label, changelog, seenSeq: null });

export async function review(candidateId: string): Promise<Review> {
  return loadReview(db(), await getCandidate(db(), { id: candidateId }));
}

export const approve = (
  actor: Actor,
  { id, hash }: { id: string; hash: string },
  changes: string[] | null = null,
) =>
  approveCandidate(
    actor,
    { candidateId: id, hash, changes, statement: "", dissent: "", diffVersion: "test" },
    new Date(),
  );

export const publish = (actor: Actor, { id, hash }: { id: string; hash: string }) =>
  publishRelease(actor, { candidateId: id, hash }, new Date());
