import pg from "pg";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { renewDrafts } from "@/lib/commands/draft/renew-drafts";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { clause, spec } from "@/lib/spec/builders";
import { canonicalJson } from "@/lib/spec/canonical-json";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

// QUALITY T30: an older backup in the place of the database, and browsers that know more than it does.
const sync = useSync();
const aSpec = () => newSpec(spec(clause("honest", "Be honest", "Say what is true.")));

/** The tables as an older backup has them: like a restore, past the triggers that keep the log append-only. */
async function goBackTo(specId: string, headSeq: bigint): Promise<void> {
  const owner = new pg.Client({ connectionString: sync.database.ownerUrl });
  await owner.connect();
  await owner.query("SET session_replication_role = replica");
  for (const table of ["DraftUpdate", "DraftSnapshot"]) {
    await owner.query(`DELETE FROM "${table}" WHERE "specId" = $1 AND seq > $2`, [specId, headSeq]);
  }
  await owner.query(`UPDATE "Draft" SET "headSeq" = $2 WHERE "specId" = $1`, [specId, headSeq]);
  await owner.end();
}

describe("an older backup in the place of the database", () => {
  it("takes nothing from browsers of another time, and doubles nothing; they keep what they have", async () => {
    const { specId, author } = await aSpec();
    const page = await sync.open(author, specId);
    await page.saved();
    page.type(1, "In the backup. ");
    await page.saved();
    const { headSeq } = await getDraftMoment(db(), specId);
    page.type(1, "After it. ");
    await page.saved();
    page.disconnect();
    await sync.stop();
    await goBackTo(specId, headSeq);
    expect(await renewDrafts()).toBeGreaterThan(0);
    await sync.start();

    const same = await sync.open(author, specId, { ydoc: page.ydoc });
    expect(await same.hears("reload")).toMatchObject({ because: "epoch" });
    await same.closed(4409);
    expect(same.text()).toContain("After it. In the backup. Say");

    const reloaded = await sync.open(author, specId, { epoch: 2 });
    await reloaded.saved();
    expect(reloaded.text()).not.toContain("After it.");
    expect(reloaded.text().match(/In the backup\. Say/g)).toHaveLength(1);
    reloaded.type(1, "Goes on. ");
    await reloaded.saved();
    const { document, epoch } = await getDraftMoment(db(), specId);
    expect(epoch).toBe(2);
    expect(canonicalJson(document.content)).toBe(reloaded.canonical());
  });

  it("refuses a copy of another time that says it is of this one", async () => {
    const { specId, author } = await aSpec();
    const page = await sync.open(author, specId);
    await page.saved();
    page.type(1, "Old. ");
    await page.saved();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(page.ydoc));
    copy.clientID = page.ydoc.clientID;
    page.disconnect();
    await renewDrafts();
    const liar = await sync.open(author, specId, { ydoc: copy, epoch: 2 });
    await liar.saved();
    liar.type(1, "Under an id of the other time. ");
    expect(await liar.hears("refusal")).toMatchObject({ code: "foreign" });
  });

  it("tells pages that are open while the drafts are set apart", async () => {
    const { specId, author } = await aSpec();
    const page = await sync.open(author, specId);
    await page.saved();
    await renewDrafts();
    expect(await page.hears("reload")).toMatchObject({ because: "epoch" });
    await page.closed(4409);
    const events = await db().auditEvent.findMany({ where: { specId, kind: "draft.renewed" } });
    expect(events).toMatchObject([{ actorId: null, payload: { epoch: 2 } }]);
  });
});
