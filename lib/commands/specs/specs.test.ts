import { describe, expect, it } from "vitest";
import { db } from "@/lib/data/db";
import { listLevels } from "@/lib/data/levels";
import { findMovedSpec, getSpec, listSpecs } from "@/lib/data/specs";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { ROLES } from "@/lib/policy/role";
import { useDatabase } from "@/lib/testing/database";
import { member, person } from "@/lib/testing/people";
import { archiveSpec } from "./archive-spec";
import { CreateSpec, createSpec } from "./create-spec";
import { renameSpec } from "./rename-spec";
import { restoreSpec } from "./restore-spec";
import { saveLevels, type SaveLevels } from "./save-levels";

useDatabase();

let counter = 0;
async function newSpec() {
  const publisher = await person({ specCreator: true });
  counter += 1;
  const slug = `careful-assistant-${counter}`;
  const input = CreateSpec.parse({ title: "Careful assistant", slug });
  return { publisher, slug, spec: await createSpec(publisher, input) };
}

const events = (specId: string) =>
  db()
    .auditEvent.findMany({ where: { specId }, orderBy: { seq: "asc" } })
    .then((rows) => rows.map(({ kind }) => kind));

describe("createSpec", () => {
  it("makes its creator the publisher and starts with the template's levels", async () => {
    const { publisher, spec, slug } = await newSpec();
    expect(await getSpec(publisher, slug)).toMatchObject({ id: spec.id, role: "publisher" });
    const levels = await listLevels(publisher, spec.id);
    expect(levels.map(({ key }) => key)).toEqual([
      "root",
      "system",
      "developer",
      "user",
      "guideline",
    ]);
    expect(await events(spec.id)).toEqual(["spec.created"]);
  });

  it("is not for people who were not given that right", async () => {
    const input = CreateSpec.parse({ title: "Mine", slug: "mine" });
    await expect(createSpec(await person(), input)).rejects.toThrow(Forbidden);
  });

  it("refuses an address that is taken, and says so at the field", async () => {
    const { publisher, slug } = await newSpec();
    const input = CreateSpec.parse({ title: "Another", slug });
    const refused = createSpec(publisher, input);
    await expect(refused).rejects.toThrow(Conflict);
    await expect(refused).rejects.toMatchObject({ fields: { slug: expect.any(String) } });
  });

  it("lets one of two people who take the same address at once have it", async () => {
    const people = await Promise.all([
      person({ specCreator: true }),
      person({ specCreator: true }),
    ]);
    const input = CreateSpec.parse({ title: "Race", slug: "race" });
    const results = await Promise.allSettled(people.map((one) => createSpec(one, input)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Conflict);
  });

  it.each(["w", "api", "sign-in", "Upper", "two--hyphens", "-edge", "a", "ä"])(
    "refuses the address %s",
    (slug) => expect(CreateSpec.safeParse({ title: "T", slug }).success).toBe(false),
  );

  it("refuses titles with hidden characters", () => {
    const bidi = CreateSpec.safeParse({ title: "safe\u202etxt", slug: "safe" });
    expect(bidi.error?.issues[0]?.message).toMatch(/hidden/);
  });
});

describe("who sees a spec", () => {
  it("members and administrators; for others it does not exist", async () => {
    const { slug, spec } = await newSpec();
    const outsider = await person();
    await expect(getSpec(outsider, slug)).rejects.toThrow(NotFound);
    await expect(listLevels(outsider, spec.id)).rejects.toThrow(NotFound);
    expect(await listSpecs(outsider)).toEqual([]);
    expect(await getSpec(await person({ administrator: true }), slug)).toMatchObject({
      role: null,
    });
    expect(await getSpec(await member(spec.id, "reader"), slug)).toMatchObject({ role: "reader" });
  });
});

describe("renameSpec", () => {
  const change = { title: "Careful helper", summary: "How it helps." };

  it("changes title, address and summary and records which", async () => {
    const { publisher, spec, slug } = await newSpec();
    const renamed = `${slug}-renamed`;
    await renameSpec(publisher, { specId: spec.id, slug: renamed, ...change });
    expect(await getSpec(publisher, renamed)).toMatchObject(change);
    expect(await events(spec.id)).toEqual(["spec.created", "spec.renamed"]);
    // Whoever may see it is led from the old address; to others it never was there.
    expect(await findMovedSpec(publisher, slug)).toBe(renamed);
    expect(await findMovedSpec(publisher, renamed)).toBeNull();
    expect(await findMovedSpec(await person(), slug)).toBeNull();
  });

  it("keeps the address that it had from other specs, and may come back to it", async () => {
    const { publisher, spec, slug } = await newSpec();
    await renameSpec(publisher, { specId: spec.id, slug: `${slug}-moved`, ...change });
    const other = await newSpec();
    await expect(
      renameSpec(other.publisher, { specId: other.spec.id, slug, ...change }),
    ).rejects.toThrow("Another spec had this address");
    await renameSpec(publisher, { specId: spec.id, slug, ...change });
    expect(await getSpec(publisher, slug)).toMatchObject(change);
    await expect(
      renameSpec(other.publisher, { specId: other.spec.id, slug: `${slug}-moved`, ...change }),
    ).rejects.toThrow("Another spec had this address");
  });

  it("writes nothing when nothing changes", async () => {
    const { publisher, spec, slug } = await newSpec();
    await renameSpec(publisher, { specId: spec.id, slug, title: "Careful assistant", summary: "" });
    expect(await events(spec.id)).toEqual(["spec.created"]);
  });

  it.each(ROLES.filter((role) => role !== "publisher"))("is not for a %s", async (role) => {
    const { spec, slug } = await newSpec();
    const actor = await member(spec.id, role);
    await expect(renameSpec(actor, { specId: spec.id, slug, ...change })).rejects.toThrow(
      Forbidden,
    );
  });
});

describe("archiveSpec and restoreSpec", () => {
  it("close and open a spec, each recorded once however often it is asked", async () => {
    const { publisher, spec, slug } = await newSpec();
    await archiveSpec(publisher, { specId: spec.id }, new Date());
    await archiveSpec(publisher, { specId: spec.id }, new Date());
    expect(await getSpec(publisher, slug)).toMatchObject({ isArchived: true });
    const rename = { specId: spec.id, slug, title: "No", summary: "" };
    await expect(renameSpec(publisher, rename)).rejects.toThrow(Forbidden);
    await restoreSpec(publisher, { specId: spec.id });
    await restoreSpec(publisher, { specId: spec.id });
    expect(await getSpec(publisher, slug)).toMatchObject({ isArchived: false });
    expect(await events(spec.id)).toEqual(["spec.created", "spec.archived", "spec.restored"]);
  });

  it("are not for editors or outsiders", async () => {
    const { spec } = await newSpec();
    const editor = await member(spec.id, "editor");
    const now = new Date();
    await expect(archiveSpec(editor, { specId: spec.id }, now)).rejects.toThrow(Forbidden);
    await expect(restoreSpec(editor, { specId: spec.id })).rejects.toThrow(Forbidden);
    await expect(archiveSpec(await person(), { specId: spec.id }, now)).rejects.toThrow(NotFound);
  });
});

describe("saveLevels", () => {
  const asInput = (levels: Awaited<ReturnType<typeof listLevels>>) =>
    levels as SaveLevels["levels"];

  it("reorders, renames, adds and removes, and a renamed level keeps its id", async () => {
    const { publisher, spec } = await newSpec();
    const [root, system, developer, user] = asInput(await listLevels(publisher, spec.id));
    if (!root || !system || !developer || !user) throw new Error("The template has five levels.");
    await saveLevels(publisher, {
      specId: spec.id,
      levels: [
        { ...root, key: "platform", name: "Platform" },
        developer,
        system,
        { ...user, id: undefined, key: "habit", name: "Habit" },
      ],
    });
    const after = await listLevels(publisher, spec.id);
    expect(after.map(({ key }) => key)).toEqual(["platform", "developer", "system", "habit"]);
    expect(after[0]?.id).toBe(root.id);
    expect(await events(spec.id)).toEqual(["spec.created", "levels.changed"]);
  });

  it("lets two levels swap their keys", async () => {
    const { publisher, spec } = await newSpec();
    const [root, system] = asInput(await listLevels(publisher, spec.id));
    if (!root || !system) throw new Error("The template has five levels.");
    const swapped = [
      { ...root, key: system.key },
      { ...system, key: root.key },
    ];
    await saveLevels(publisher, { specId: spec.id, levels: swapped });
    const after = await listLevels(publisher, spec.id);
    expect(after.map(({ id, key }) => [id, key])).toEqual([
      [root.id, "system"],
      [system.id, "root"],
    ]);
  });

  it("refuses two levels with one key, and levels of another spec", async () => {
    const { publisher, spec } = await newSpec();
    const other = await newSpec();
    const levels = asInput(await listLevels(publisher, spec.id));
    const foreign = asInput(await listLevels(other.publisher, other.spec.id));
    const [first] = levels;
    if (!first) throw new Error("The template has levels.");
    const twice = [first, { ...first, id: undefined }];
    await expect(saveLevels(publisher, { specId: spec.id, levels: twice })).rejects.toThrow(
      Conflict,
    );
    await expect(saveLevels(publisher, { specId: spec.id, levels: foreign })).rejects.toThrow(
      Conflict,
    );
  });

  it("is not for an editor", async () => {
    const { publisher, spec } = await newSpec();
    const levels = asInput(await listLevels(publisher, spec.id));
    const editor = await member(spec.id, "editor");
    await expect(saveLevels(editor, { specId: spec.id, levels })).rejects.toThrow(Forbidden);
  });
});
