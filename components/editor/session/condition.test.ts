import { describe, expect, it } from "vitest";
import { conditionOf, conditionWords, type Facts } from "./condition";

const calm: Facts = {
  connection: "committed",
  isOpen: true,
  hasUnconfirmed: false,
  canWrite: true,
  trouble: null,
  refusal: null,
  outdated: null,
};
const words = (facts: Partial<Facts>) => conditionWords(conditionOf({ ...calm, ...facts }));

describe("conditionOf", () => {
  it("says saved only when everything is confirmed", () => {
    expect(words({})).toBe("Saved");
    expect(words({ connection: "sending", hasUnconfirmed: true })).toBe("Saving");
  });

  it("says where the words are when there is no connection", () => {
    expect(words({ connection: "offline" })).toBe("Offline");
    expect(words({ connection: "offline", hasUnconfirmed: true })).toBe(
      "Offline: kept on this device",
    );
  });

  it("never says saved while the database takes nothing", () => {
    const condition = conditionOf({ ...calm, trouble: "The database does not answer." });
    expect(condition).toEqual({
      kind: "not-saved",
      words: "The database does not answer.",
      todo: "wait",
    });
  });

  it("lets a refusal and an older page win over everything else", () => {
    const refusal = { words: "Refused.", todo: "reload" as const };
    expect(conditionOf({ ...calm, refusal, connection: "offline" }).kind).toBe("not-saved");
    expect(conditionOf({ ...calm, refusal, outdated: "Older." })).toEqual({
      kind: "closed",
      words: "Older.",
      todo: "reload",
      hasUnsaved: false,
    });
  });

  it("says reading to whoever may not write", () => {
    expect(words({ canWrite: false })).toBe("Reading");
  });

  it("is opening until the text was complete once, so that an empty page never looks like the spec", () => {
    expect(words({ isOpen: false, connection: "sending" })).toBe("Opening");
    expect(words({ isOpen: false, connection: "offline" })).toBe("Opening");
  });
});
