import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveCandidate } from "@/lib/commands/review/approve-candidate";
import { askBreakGlass, confirmBreakGlass } from "@/lib/commands/review/break-glass";
import { changeName } from "@/lib/commands/people/change-name";
import { addErratum, withdrawRelease } from "@/lib/commands/review/correct-release";
import { requestChanges } from "@/lib/commands/review/request-changes";
import { dismissObjection } from "@/lib/commands/review/settle-objection";
import { useDatabase } from "@/lib/testing/database";
import { ask } from "@/lib/testing/http-server";
import { person } from "@/lib/testing/people";
import { approve, cut, publish, reviewScene, write, type ReviewScene } from "@/lib/testing/review";
import { ReadingServer } from "./testing/reading-server";

useDatabase();

const now = () => new Date();
let scene: ReviewScene;
let reading: ReadingServer;
let release: { id: string; label: string };

beforeAll(async () => {
  scene = await reviewScene();
  const { editor, reviewers, publisher } = scene;
  await write(scene, editor, { honest: "Be honest.", kind: "Be kind." });
  const made = await cut(scene, "1.0.0", "The first one, see [kind](#kind).");
  const { id: candidateId, hash } = made;
  const objection = { candidateId, hash, part: "", reason: "Too early." };
  const { id: objectionId } = await requestChanges(reviewers[2], objection);
  await dismissObjection(publisher, { objectionId, reason: "It was talked over." }, now());
  await changeName(reviewers[0], { name: "Rosa Reviewer" });
  await approveCandidate(
    reviewers[0],
    {
      candidateId,
      hash,
      changes: null,
      statement: "Read twice.",
      dissent: "Kindness comes first.",
      diffVersion: "test",
    },
    now(),
  );
  await approve(reviewers[1], made);
  release = await publish(publisher, made);
  reading = new ReadingServer();
  await reading.listen();
});
afterAll(() => reading.close());

const read = async (path: string) => (await ask(reading.server, `/${scene.slug}${path}`)).body;
const soon = (path: string) => expect.poll(() => read(path), { timeout: 20_000 });

describe("records of releases, for everybody", () => {
  it("list every release with who approved it, dissent, what it follows, and what to download", async () => {
    const list = await read("/releases");
    expect(list).toContain("approved by Rosa Reviewer and");
    expect(list).toContain("1 dissent on record");
    expect(list).toContain("The first release.");
    for (const path of [
      "/releases/1.0.0",
      "/1.0.0.json",
      "/1.0.0.md",
      "/releases/1.0.0/bundle.json",
    ]) {
      expect(list).toContain(`href="/${scene.slug}${path}"`);
    }
    const clause = `href="/${scene.slug}/1.0.0#kind"`;
    expect(list, "notes link to the text").toContain(clause);
    expect(await read("/releases/1.0.0")).toContain(clause);
  });

  it("tell of one release who answers for it, and how to check it", async () => {
    const record = await read("/releases/1.0.0");
    for (const words of [
      "Rosa Reviewer",
      "Read twice.",
      "Kindness comes first.",
      "Too early.",
      "It was talked over.",
      `node verify-release.mjs ${scene.slug}-1.0.0.json`,
    ]) {
      expect(record).toContain(words);
    }
    expect(record).not.toContain(scene.reviewers[0].id);
  });

  it("leave what is no release to others, and the bundle too", async () => {
    for (const path of ["/releases/9.9.9", "/releases/1.0.0/bundle.json"]) {
      expect((await ask(reading.server, `/${scene.slug}${path}`)).status).toBe(418);
    }
  });

  it("show a new name of somebody who approved, and none of before", async () => {
    await read("/releases/1.0.0");
    await changeName(scene.reviewers[0], { name: "R. R." });
    await soon("/releases/1.0.0").toContain("R. R.");
    await soon("/releases").not.toContain("Rosa Reviewer");
  });

  it("show errata and a withdrawal, at the text as well, which stays", async () => {
    const erratum = { releaseId: release.id, sectionId: "kind", text: "Read kind as fair." };
    await addErratum(scene.publisher, erratum, now());
    await withdrawRelease(scene.publisher, { releaseId: release.id, reason: "Overtaken." }, now());
    await soon("/releases").toContain("Overtaken.");
    await soon("/releases/1.0.0").toContain("Read kind as fair.");
    await soon("/1.0.0").toContain("This release was withdrawn");
    expect(await read("/1.0.0")).toContain("Be honest.");
    expect(await read("/1.0.0")).toContain("Read kind as fair.");
  });

  it("say for ever that two administrators published against the rules, and why", async () => {
    await write(scene, scene.editor, { honest: "Be quite honest.", kind: "Be kind." });
    const made = await cut(scene, "1.0.1", "On honest.");
    const [one, two] = [
      await person({ administrator: true, name: "Ada" }),
      await person({ administrator: true, name: "Ben" }),
    ];
    const asked = await askBreakGlass(
      one,
      { candidateId: made.id, hash: made.hash, reason: "Somebody could come to harm." },
      now(),
    );
    await confirmBreakGlass(two, { breakGlassId: asked.id, hash: made.hash }, now());
    await soon("/releases").toContain("Published against the rules</b> by Ada and Ben");
    await soon("/1.0.1").toContain("Published against the rules of this spec");
    const record = await read("/releases/1.0.1");
    expect(record).toContain("Somebody could come to harm.");
    expect(record).toContain("Every change is approved");
  });
});
