import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { getDraftMoment } from "@/lib/data/draft-document";
import { isRoot, unprivilegedAccount } from "@/lib/data/embedded/account";
import { clause, spec } from "@/lib/spec/builders";
import {
  headersOf,
  newSpec,
  startSyncServer,
  type SyncServer,
} from "@/lib/sync/testing/sync-server";
import { Editor } from "@/lib/sync/testing/editor";
import { useDatabase } from "@/lib/testing/database";
import { ask } from "@/lib/testing/http-server";
import { publishedSpec } from "@/lib/testing/published-spec";
import { useSettings } from "@/lib/testing/settings";
import { ReadingServer } from "./reading/testing/reading-server";

// QUALITY F5, T13: the log of drafts on a disk of 16 MB, which is filled to the last byte.
const reason = cannotMount();
if (reason) process.stdout.write(`Skipped: a full disk (F5). ${reason}\n`);

describe.skipIf(reason !== null)("a full disk", () => {
  useSettings();
  const database = useDatabase();
  let disk: SmallDisk;
  let server: SyncServer;
  let readers: ReadingServer;
  beforeAll(async () => {
    disk = await SmallDisk.holding("DraftUpdate", database.ownerUrl);
    server = await startSyncServer();
    readers = new ReadingServer();
    await readers.listen();
  });
  afterAll(async () => {
    await server?.stop();
    await readers?.close();
    await disk?.remove();
  });

  it("acknowledges nothing, says so, goes on reading, and loses nothing once there is room", async () => {
    const { slug } = await publishedSpec();
    const { specId, author } = await newSpec(spec(clause("honest", "Be honest", "Say it.")));
    const headers = await headersOf(author);
    const open = () => new Editor({ address: server.address, specId, headers }).connect();
    const [one, two] = [open(), open()];
    await Promise.all([one.saved(), two.saved()]);
    one.type(1, "Before. ");
    await one.saved();

    disk.fill();
    // More than is free in the pages that the table has already, and nothing that can be compressed.
    one.type(1, `Meanwhile, ${randomBytes(100_000).toString("base64")}. `);
    expect(await two.hears("status", ({ saving }) => !saving)).toMatchObject({
      words: expect.stringContaining("not saved"),
    });
    expect(one.state).toBe("sending");
    expect(two.text()).not.toContain("Meanwhile");
    expect((await ask(readers.server, `/${slug}`)).status).toBe(200);
    expect(JSON.stringify((await getDraftMoment(db(), specId)).document)).toContain("Before. ");

    disk.makeRoom();
    await Promise.all([one.saved(), two.shows("Meanwhile, ")]);
    const { document } = await getDraftMoment(db(), specId);
    expect(JSON.stringify(document).match(/Meanwhile, /g)).toHaveLength(1);
    [one, two].forEach((editor) => editor.close());
  });
});

/** Why there can be no small disk here; null when there can. */
function cannotMount(): string | null {
  if (process.platform !== "linux") return "It is made of tmpfs, which Linux has.";
  if (process.env.TEST_DATABASE_URL) return "The database of these tests is elsewhere.";
  if (!isRoot()) return "Only root may mount a small disk.";
  const folder = mkdtempSync(path.join(os.tmpdir(), "precept-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "pipe" });
    execFileSync("umount", [folder]);
    return null;
  } catch (error) {
    return `Mounting is not allowed here: ${String(error).split("\n")[0]}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A disk of 16 MB that holds one table. */
class SmallDisk {
  private constructor(
    private readonly folder: string,
    private readonly table: string,
    private readonly owner: pg.Client,
  ) {}

  static async holding(table: string, ownerUrl: string): Promise<SmallDisk> {
    const folder = mkdtempSync(path.join(os.tmpdir(), "precept-small-disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m,mode=755", "tmpfs", folder]);
    const { uid, gid } = unprivilegedAccount();
    chownSync(folder, uid, gid);
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(`CREATE TABLESPACE small LOCATION '${folder}'`);
    await owner.query(`ALTER TABLE "${table}" SET TABLESPACE small`);
    return new SmallDisk(folder, table, owner);
  }

  fill(): void {
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.ballast, Buffer.alloc(bavail * bsize));
  }

  makeRoom(): void {
    rmSync(this.ballast);
  }

  async remove(): Promise<void> {
    if (existsSync(this.ballast)) this.makeRoom();
    await this.owner.query(`ALTER TABLE "${this.table}" SET TABLESPACE pg_default`);
    await this.owner.query("DROP TABLESPACE small");
    await this.owner.end();
    execFileSync("umount", [this.folder]);
    rmSync(this.folder, { recursive: true });
  }

  private get ballast(): string {
    return path.join(this.folder, "ballast");
  }
}
