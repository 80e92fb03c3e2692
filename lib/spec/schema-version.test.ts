import { expect, it } from "vitest";
import { MARKS, NODES } from "./schema";
import { SCHEMA_VERSION, versionOf } from "./schema-version";

// When this fails, the schema stores something else than before. If that was meant: pin the new
// value here, and add a migration for stored documents (lib/spec/README.md, "Changing the schema").
it("is the version that stored documents were written with", () => {
  expect(SCHEMA_VERSION).toBe("2ed201704bbea1d2");
});

it("changes with an attribute, a content expression or the order of marks", () => {
  const withAttribute = {
    ...NODES,
    paragraph: { ...NODES.paragraph, attrs: { uid: {}, tone: {} } },
  };
  const stricter = { ...NODES, doc: { content: "block+" } };
  const reordered = Object.fromEntries(Object.entries(MARKS).reverse());
  const versions = [
    SCHEMA_VERSION,
    versionOf(withAttribute, MARKS),
    versionOf(stricter, MARKS),
    versionOf(NODES, reordered),
  ];
  expect(new Set(versions).size).toBe(4);
});
