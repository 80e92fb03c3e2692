import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { CalmAwareness } from "./calm-awareness";

describe("CalmAwareness", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("tells the first place at once and of those after it the last", () => {
    const awareness = new CalmAwareness(new Y.Doc());
    vi.advanceTimersByTime(1000);
    const told: unknown[] = [];
    awareness.on("update", () => told.push(awareness.getStates().get(awareness.clientID)?.["at"]));
    for (let at = 1; at <= 20; at++) awareness.setLocalStateField("at", at);
    expect(told).toEqual([1]);
    expect(awareness.getLocalState()).toEqual({ at: 20 });
    vi.advanceTimersByTime(200);
    expect(told).toEqual([1, 20]);
    awareness.destroy();
  });

  it("says goodbye at once", () => {
    const awareness = new CalmAwareness(new Y.Doc());
    awareness.setLocalStateField("at", 1);
    awareness.setLocalState(null);
    expect(awareness.getLocalState()).toBeNull();
    awareness.destroy();
  });
});
