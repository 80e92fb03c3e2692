import { expect, it } from "vitest";
import { suggestedChange } from "./suggested-change";

it("shows the words that go and come, and leaves the others alone", () => {
  expect(suggestedChange("Say what is true.", "Say what is true and how you know.")).toEqual([
    { kind: "same", text: "Say what is true " },
    { kind: "ins", text: "and how you know" },
    { kind: "same", text: "." },
  ]);
});

it("is all new where no words were chosen", () => {
  expect(suggestedChange("", "Name the source.")).toEqual([
    { kind: "ins", text: "Name the source." },
  ]);
});
