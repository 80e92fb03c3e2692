import { describe, expect, it } from "vitest";
import { findReleases } from "./find-releases";

const find = (files: Record<string, string>) => findReleases(new Map(Object.entries(files)));
const commit = (date: string, message = "") => JSON.stringify({ date, message });

describe("findReleases", () => {
  it("finds one spec with its prompts", () => {
    const [only, ...others] = find({ "model_spec.md": "# A", "examples/ab12.md": "x" });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ folder: "", label: null, date: null, changelog: "" });
    expect(Object.keys(only!.files)).toEqual(["model_spec.md", "examples/ab12.md"]);
  });

  it("finds a spec whatever its file is called", () => {
    expect(find({ "policy.md": "# A" })).toMatchObject([{ files: { "policy.md": "# A" } }]);
  });

  it("finds a spec in a folder below a README", () => {
    const [only] = find({ "README.md": "hello", "docs/model_spec.md": "# A" });
    expect(only).toMatchObject({ folder: "docs/", files: { "model_spec.md": "# A" } });
  });

  it("reads from the name of what was handed over which release it is", () => {
    const log = "# Changelog\n\n## 2026-03-10\n\nThe first.";
    const files = new Map(Object.entries({ "model_spec.md": "# A", "CHANGELOG.md": log }));
    expect(findReleases(files, "spec-2026-03-10.zip")).toMatchObject([
      { label: "2026-03-10", date: "2026-03-10T00:00:00Z", changelog: "The first." },
    ]);
  });

  it("takes folders with a spec each as releases, oldest first by their commits", () => {
    const found = find({
      "b/model_spec.md": "one",
      "b/commit.json": commit("2026-01-02T23:30:00-08:00", "First"),
      "a/model_spec.md": "two",
      "a/commit.json": commit("2026-02-03T10:00:00+01:00"),
    });
    expect(found.map(({ label, date }) => [label, date])).toEqual([
      ["2026-01-02", "2026-01-02T23:30:00-08:00"],
      ["2026-02-03", "2026-02-03T10:00:00+01:00"],
    ]);
    expect(found[0]!.changelog).toBe("First");
  });

  it("orders by version numbers when dates are missing", () => {
    const found = find({ "v1.10.0/spec.md": "b", "v1.9.0/spec.md": "a" });
    expect(found.map(({ label }) => label)).toEqual(["1.9.0", "1.10.0"]);
  });

  it("tells two releases of one day apart by their folders", () => {
    const found = find({ "2025-12-18-r2/spec.md": "b", "2025-12-18/spec.md": "a" });
    expect(found.map(({ label }) => label)).toEqual(["2025-12-18", "2025-12-18-r2"]);
    expect(found[1]!.date).toBe("2025-12-18T00:00:00Z");
  });

  it("takes the part of the change log that is about the release", () => {
    const log = "# Changes\n\n## v2026.02.03\n\nTwo things.\n\n## v2026.01.02\n\nThe first.\n";
    const found = find({
      "2026-01-02/spec.md": "a",
      "2026-02-03/spec.md": "b",
      "2026-02-03/CHANGELOG.md": log,
      "CHANGELOG.md": log,
    });
    expect(found.map(({ changelog }) => changelog)).toEqual(["The first.", "Two things."]);
    expect(Object.keys(found[1]!.files)).toEqual(["spec.md"]);
  });

  it.each(["{", '"text"', '{"date": "soon", "message": 7}', '{"date": "soon"}'])(
    "does without a commit that says nothing: %s",
    (text) => {
      expect(find({ "spec.md": "a", "commit.json": text })).toMatchObject([
        { date: null, changelog: "" },
      ]);
    },
  );

  it("finds what is about a release in its folder when the spec is further inside", () => {
    const found = find({
      "all/1.0/docs/spec.md": "a",
      "all/1.0/commit.json": commit("2026-01-02T00:00:00Z", "First"),
      "all/1.1/docs/spec.md": "b",
    });
    expect(found.map(({ label, changelog }) => [label, changelog])).toEqual([
      ["1.0", "First"],
      ["1.1", ""],
    ]);
    expect(Object.keys(found[0]!.files)).toEqual(["docs/spec.md"]);
  });

  it("is not misled by a copy of the spec inside its own folder", () => {
    expect(find({ "spec.md": "a", "old/spec.md": "b" })).toHaveLength(1);
  });
});
