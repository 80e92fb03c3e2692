import { EventEmitter, once } from "node:events";
import { expect, it } from "vitest";
import { changeDraft } from "@/lib/commands/draft/change-draft";
import { CreateSpec, createSpec } from "@/lib/commands/specs/create-spec";
import { db } from "@/lib/data/db";
import { transaction } from "@/lib/data/transaction";
import { clause, spec as specOf } from "@/lib/spec/builders";
import { useDatabase } from "@/lib/testing/database";
import { person } from "@/lib/testing/people";
import { keepRevisions } from "./keep-revisions";

useDatabase();

it("keeps drafts while it runs, and finishes before it stops", async () => {
  const author = await person({ specCreator: true });
  const input = CreateSpec.parse({ title: "Kept", slug: "kept" });
  const { id: specId } = await createSpec(author, input);
  await transaction((tx) =>
    changeDraft(tx, { specId, authorId: author.id, origin: "import" }, (document) => ({
      ...document,
      content: specOf(clause("honest", "Be honest", "Say what is true.")).content,
    })),
  );
  const stop = keepRevisions(5, { quietForMs: 0, atLeastEveryMs: 0 });
  const ticks = new EventEmitter();
  const timer = setInterval(() => {
    void db()
      .revision.count({ where: { specId } })
      .then((count) => count > 0 && ticks.emit("kept"));
  }, 20);
  await once(ticks, "kept");
  clearInterval(timer);
  await stop();
  expect(await db().revision.count({ where: { specId } })).toBe(1);
});
