import { expect, test } from "vitest";
import { placeFailure } from "./place-failure";

const failure = (fields?: Record<string, string>) => ({
  code: "invalid",
  message: "Look again.",
  fields,
});

test("messages for fields on the page go beside them, and nothing else is said", () => {
  expect(placeFailure(failure({ title: "Too long." }), new Set(["title"]))).toEqual({
    general: null,
    fields: { title: "Too long." },
  });
});

test("a failure without fields is about the form as a whole", () => {
  expect(placeFailure(failure(), new Set(["title"]))).toEqual({
    general: { code: "invalid", message: "Look again." },
    fields: {},
  });
});

test("a message for a field that is not on the page is said for the whole form", () => {
  const fields = { title: "Too long.", owner: "Pick an owner." };
  expect(placeFailure(failure(fields), new Set(["title"]))).toEqual({
    general: { code: "invalid", message: "Look again. Pick an owner." },
    fields: { title: "Too long." },
  });
});

test("an empty list of fields is no list", () => {
  expect(placeFailure(failure({}), new Set()).general?.message).toBe("Look again.");
});
