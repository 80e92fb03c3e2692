import { describe, expect, it } from "vitest";
import { personColour } from "@/lib/person-colour";
import { clause, spec } from "@/lib/spec/builders";
import { member } from "@/lib/testing/people";
import { newSpec } from "./testing/sync-server";
import { useSync } from "./testing/use-sync";

const sync = useSync();
const aSpec = () => newSpec(spec(clause("honest", "Be honest", "Say what is true.")));

describe("presence", () => {
  it("shows names, colours and rights as the server knows them, whatever a browser says", async () => {
    const { specId, author } = await aSpec();
    const who = await member(specId, "editor");
    const [one, two] = [await sync.open(author, specId), await sync.open(who, specId)];
    await Promise.all([one.saved(), two.saved()]);
    two.provider.awareness.setLocalState({
      user: { name: "The Queen", color: "url(evil)" },
      cursor: { anchor: null, head: null },
      section: "u1",
      html: "<script>",
    });
    const id = two.ydoc.clientID;
    const stateOf = () => one.provider.awareness.getStates().get(id);
    await one.when(() => stateOf()?.["section"] === "u1");
    expect(stateOf()).toEqual({
      user: {
        id: who.id,
        name: expect.stringMatching(/^Person/),
        color: personColour(who.id),
        canWrite: true,
      },
      cursor: { anchor: null, head: null },
      section: "u1",
    });
  });

  it("counts a person once, with all their windows, and those who only read", async () => {
    const { specId, author } = await aSpec();
    const reader = await member(specId, "reader");
    const one = await sync.open(author, specId);
    await sync.open(author, specId);
    await sync.open(reader, specId);
    const { people } = await one.hears(
      "people",
      ({ people: all }) => all.flatMap(({ clients }) => clients).length === 3,
    );
    expect(people).toHaveLength(2);
    expect(people.find(({ id }) => id === author.id)?.clients).toHaveLength(2);
    expect(people.find(({ id }) => id === reader.id)).toMatchObject({ canWrite: false });
  });

  it("ends when somebody leaves, also without a goodbye, and begins again when they are back", async () => {
    const { specId, author } = await aSpec();
    const [one, two] = [await sync.open(author, specId), await sync.open(author, specId)];
    const id = two.ydoc.clientID;
    const sees = () => one.provider.awareness.getStates().has(id);
    await one.when(sees);
    (two.provider.ws as unknown as { terminate(): void }).terminate();
    await one.when(() => !sees());
    await one.when(sees);
  });

  it("lets nobody speak for others, or for thousands", async () => {
    const { specId, author } = await aSpec();
    const [one, two] = [await sync.open(author, specId), await sync.open(author, specId)];
    await Promise.all([one.saved(), two.saved()]);
    await one.when(() => one.provider.awareness.getStates().has(two.ydoc.clientID));
    const { awareness } = two.provider;
    for (let id = 1; id <= 20_000; id += 1) {
      awareness.states.set(id, { user: { name: "Nobody" } });
      awareness.meta.set(id, { clock: 1, lastUpdated: Date.now() });
    }
    awareness.emit("update", [
      { added: [...awareness.states.keys()], updated: [], removed: [] },
      "x",
    ]);
    awareness.emit("update", [{ added: [1], updated: [], removed: [] }, "x"]);
    awareness.setLocalStateField("section", "after");
    await one.when(
      () => one.provider.awareness.getStates().get(two.ydoc.clientID)?.["section"] === "after",
    );
    expect(one.provider.awareness.getStates().size).toBe(2);
  });
});
