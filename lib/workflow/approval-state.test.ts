import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/policy/role";
import { approvalState, hindranceOf, type ReviewFacts } from "./approval-state";
import { WHOLE, type ChangedPart } from "./parts";
import { DEFAULT_RULES, requirementOf } from "./review-rules";

const part = (key: string, more: Partial<ChangedPart> = {}): ChangedPart => ({
  key,
  kind: key === WHOLE ? "whole" : "section",
  title: key,
  id: key,
  number: "1",
  authority: null,
  path: [key],
  change: `${key}@1`,
  became: "changed",
  before: "0",
  after: "1",
  authorities: [],
  reordered: [],
  ...more,
});
const people = (...ids: string[]) =>
  ids.map((userId) => ({ userId, role: "reviewer" as const, isSuspended: false }));
const approval = (reviewerId: string, ...changes: string[]) => ({
  reviewerId,
  covers: changes.map((change) => ({ part: change.split("@")[0]!, change })),
});
const facts = (more: Partial<ReviewFacts> = {}): ReviewFacts => ({
  parts: [part("a")],
  approvals: [],
  objections: [],
  contributors: new Map([["a", new Set(["writer"])]]),
  cutById: "cutter",
  rules: DEFAULT_RULES,
  members: people("ana", "ben", "cem", "writer", "cutter"),
  ...more,
});
const only = (more: Partial<ReviewFacts>) => approvalState(facts(more)).parts[0]!;

describe("the approval of a part", () => {
  it("needs two different people", () => {
    expect(only({ approvals: [approval("ana", "a@1")] }).state).toBe("needs approval");
    expect(only({ approvals: [approval("ana", "a@1"), approval("ana", "a@1")] }).state).toBe(
      "needs approval",
    );
    expect(only({ approvals: [approval("ana", "a@1"), approval("ben", "a@1")] }).state).toBe(
      "approved",
    );
  });

  it.each(["writer", "cutter", "stranger"])("does not come from the %s", (id) => {
    const { approvedBy, couldApprove } = only({ approvals: [approval(id, "a@1")] });
    expect(approvedBy).toEqual([]);
    expect(couldApprove).toEqual(["ana", "ben", "cem"]);
  });

  it("falls away with the role, or with a suspension", () => {
    const approvals = [approval("ana", "a@1"), approval("ben", "a@1")];
    const members = people("ana", "ben");
    expect(only({ approvals, members }).state).toBe("approved");
    const demoted = [members[0]!, { ...members[1]!, role: "editor" as const }];
    expect(only({ approvals, members: demoted }).state).toBe("needs approval");
    const suspended = [members[0]!, { ...members[1]!, isSuspended: true }];
    expect(only({ approvals, members: suspended }).state).toBe("needs approval");
  });

  it("is asked for again when the text is another", () => {
    const approvals = [approval("ana", "a@0"), approval("ben", "a@0")];
    expect(only({ approvals })).toMatchObject({ state: "needs approval again", approvedBy: [] });
  });

  it("waits for the owners of the chapter, whoever else approved", () => {
    const scope = { kind: "section" as const, uid: "chapter" };
    const rules = {
      ...DEFAULT_RULES,
      owners: [{ id: "g", name: "Safety", scope, people: ["cem"] }],
    };
    const parts = [part("a", { path: ["a", "chapter"] })];
    const two = [approval("ana", "a@1"), approval("ben", "a@1")];
    expect(only({ parts, rules, approvals: two })).toMatchObject({
      state: "needs approval",
      ownersMissing: [{ name: "Safety" }],
    });
    expect(only({ parts, rules, approvals: [...two, approval("cem", "a@1")] }).state).toBe(
      "approved",
    );
  });

  it("says when nobody is left who could give it", () => {
    expect(only({ members: people("ana", "writer", "cutter") }).isStuck).toBe(true);
    expect(only({ members: people("ana", "ben") }).isStuck).toBe(false);
  });

  it("does not heal an objection", () => {
    const objections = [{ id: "o", byId: "cem", part: "a" }];
    const approvals = [approval("ana", "a@1"), approval("ben", "a@1")];
    expect(only({ approvals, objections }).state).toBe("objected");
  });

  it("keeps an objection to what is no longer changed, against the whole", () => {
    const objections = [{ id: "o", byId: "cem", part: "gone" }];
    const state = approvalState(facts({ parts: [part(WHOLE), part("a")], objections }));
    expect(state.objections).toBe(1);
    expect(state.parts[0]?.state).toBe("objected");
  });

  it("excludes all authors from everything where a spec is strict", () => {
    const contributors = new Map([
      ["a", new Set(["writer"])],
      ["b", new Set(["ana"])],
    ]);
    const strict = { ...DEFAULT_RULES, independence: "release" as const };
    expect(hindranceOf("ana", { key: "a" }, facts({ contributors }))).toBeNull();
    expect(hindranceOf("ana", { key: "a" }, facts({ contributors, rules: strict }))).toBe(
      "helped to write it",
    );
  });

  it("asks for as many as the stricter of both levels", () => {
    const rules = { ...DEFAULT_RULES, approvals: 1, byLevel: { root: 3, user: 2 } };
    const lowered = part("a", { authorities: ["root", "user"] });
    expect(requirementOf(lowered, rules).approvals).toBe(3);
    expect(requirementOf(part("a"), rules).approvals).toBe(1);
  });
});

describe("for any facts", () => {
  const ids = ["p0", "p1", "p2", "p3", "p4"];
  const anyFacts = fc.record({
    cutById: fc.constantFrom(...ids),
    writers: fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom(...ids))),
    members: fc.uniqueArray(
      fc.record({
        userId: fc.constantFrom(...ids),
        role: fc.constantFrom(...ROLES),
        isSuspended: fc.boolean(),
      }),
      { selector: ({ userId }) => userId },
    ),
    given: fc.array(fc.tuple(fc.constantFrom(...ids), fc.subarray(["a@0", "a@1", "b@0", "b@1"])), {
      maxLength: 12,
    }),
    needed: fc.integer({ min: 1, max: 3 }),
    strict: fc.boolean(),
  });

  it("what is approved was approved, at this text, by enough independent reviewers", () => {
    fc.assert(
      fc.property(anyFacts, ({ cutById, writers, members, given, needed, strict }) => {
        const contributors = new Map(
          ["a", "b"].map((key) => [
            key,
            new Set(writers.filter(([at]) => at === key).map(([, id]) => id)),
          ]),
        );
        const state = approvalState({
          parts: [part("a"), part("b")],
          approvals: given.map(([id, changes]) => approval(id, ...changes)),
          objections: [],
          contributors,
          cutById,
          rules: {
            ...DEFAULT_RULES,
            approvals: needed,
            independence: strict ? "release" : "clause",
          },
          members,
        });
        for (const { part: one, approvedBy, state: word, couldApprove } of state.parts) {
          expect(new Set(approvedBy).size).toBe(approvedBy.length);
          expect(word === "approved").toBe(approvedBy.length >= needed);
          for (const id of [...approvedBy, ...couldApprove]) {
            const member = members.find(({ userId }) => userId === id);
            expect(["reviewer", "publisher"]).toContain(member?.role);
            expect(member?.isSuspended).toBe(false);
            expect(id).not.toBe(cutById);
            expect(contributors.get(one.key)?.has(id)).toBe(false);
            if (strict) expect(writers.some(([, writer]) => writer === id)).toBe(false);
          }
          for (const id of approvedBy) {
            expect(given.some(([by, changes]) => by === id && changes.includes(one.change))).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
