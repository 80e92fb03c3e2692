import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { approvalState, hindranceOf, type ReviewFacts } from "./approval-state";
import { candidateState, outcomeOf } from "./candidate-state";
import { contributorsOf, type Contribution } from "./contributors";
import { WHOLE, type ChangedPart } from "./parts";
import { DEFAULT_RULES } from "./review-rules";

/**
 * A small world that is run by the rules of this folder, against an oracle that knows none of them: it
 * looks at the plain history of who did what, in words as close to QUALITY A1-A8 as code can be.
 */
const PEOPLE = ["ana", "ben", "cem", "dot", "eli"] as const;
const CLAUSES = ["a", "b", "c"] as const;
type Who = (typeof PEOPLE)[number];
type Texts = Readonly<Record<string, string>>;

type Step =
  | { does: "edit"; who: Who; clause: string; text: string }
  | { does: "cut"; who: Who }
  | { does: "approve"; who: Who; clauses: string[] }
  | {
      does: "retract" | "object" | "lift" | "demote" | "promote" | "publish" | "withdraw";
      who: Who;
    };

const who = fc.constantFrom(...PEOPLE);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("edit" as const),
      who,
      clause: fc.constantFrom(...CLAUSES),
      text: fc.constantFrom("x", "y"),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("cut" as const), who }) },
  {
    weight: 10,
    arbitrary: fc.record({
      does: fc.constant("approve" as const),
      who,
      clauses: fc.subarray([WHOLE, ...CLAUSES], { minLength: 2 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom(
        "retract" as const,
        "object" as const,
        "lift" as const,
        "demote" as const,
        "promote" as const,
        "publish" as const,
        "publish" as const,
        "publish" as const,
        "withdraw" as const,
      ),
      who,
    }),
  },
);

interface Candidate {
  texts: Texts;
  base: Texts;
  baseMoment: number;
  moment: number;
  cutBy: Who;
  closedAs: "published" | "replaced" | "withdrawn" | null;
}

interface Deed {
  step: Step;
  /** The candidate that was open, and what an approval was about. */
  candidate: Candidate | null;
  changes: string[];
}

class World {
  draft: Texts = Object.fromEntries(CLAUSES.map((clause) => [clause, "x"]));
  published: { texts: Texts; moment: number; candidate: Candidate }[] = [];
  candidates: Candidate[] = [];
  reviewers = new Set<Who>(PEOPLE);
  edits: (Contribution & { moment: number })[] = [];
  history: Deed[] = [];
  approvals: { by: Who; covers: { part: string; change: string }[]; candidate: Candidate }[] = [];
  objections: { by: Who; candidate: Candidate }[] = [];

  get open(): Candidate | null {
    return this.candidates.find(({ closedAs }) => closedAs === null) ?? null;
  }

  /** Candidates since the last release. */
  private isCurrent = (candidate: Candidate) =>
    this.candidates.indexOf(candidate) >
    (this.published.length > 0 ? this.candidates.indexOf(this.published.at(-1)!.candidate) : -1);

  facts(candidate: Candidate): ReviewFacts {
    const parts = partsOf(candidate);
    const inRange = this.edits.filter(
      ({ moment }) => moment > candidate.baseMoment && moment <= candidate.moment,
    );
    return {
      parts,
      approvals: this.approvals
        .filter((approval) => this.isCurrent(approval.candidate))
        .map(({ by, covers }) => ({ reviewerId: by, covers })),
      objections: this.objections
        .filter((objection) => this.isCurrent(objection.candidate))
        .map(({ by }, index) => ({ id: String(index), byId: by, part: WHOLE })),
      contributors: contributorsOf(parts, inRange, new Set([WHOLE, ...CLAUSES])),
      cutById: candidate.cutBy,
      rules: DEFAULT_RULES,
      members: PEOPLE.map((userId) => ({
        userId,
        role: this.reviewers.has(userId) ? "reviewer" : "editor",
        isSuspended: false,
      })),
    };
  }

  state(candidate: Candidate) {
    const { isComplete, objections } = approvalState(this.facts(candidate));
    return candidateState({
      closedAs: candidate.closedAs,
      openObjections: objections,
      approvalsComplete: isComplete,
      scheduled: false,
    });
  }

  /** Does a step if the rules allow it. @returns Whether they did. */
  run(step: Step, moment: number): boolean {
    const { open } = this;
    const deed: Deed = { step, candidate: open, changes: [] };
    const done = this.attempt(step, moment, open, deed);
    if (done) this.history.push(deed);
    return done;
  }

  private attempt(step: Step, moment: number, open: Candidate | null, deed: Deed): boolean {
    switch (step.does) {
      case "edit":
        this.draft = { ...this.draft, [step.clause]: step.text };
        this.edits.push({ authorId: step.who, touched: [step.clause], moment });
        return true;
      case "demote":
        return this.reviewers.delete(step.who);
      case "promote":
        this.reviewers.add(step.who);
        return true;
      case "cut": {
        const last = this.published.at(-1);
        if (open) open.closedAs = "replaced";
        this.candidates.push({
          texts: this.draft,
          base: last?.texts ?? {},
          baseMoment: last?.moment ?? -1,
          moment,
          cutBy: step.who,
          closedAs: null,
        });
        deed.candidate = this.open;
        return true;
      }
    }
    if (!open) return false;
    const state = this.state(open);
    const facts = this.facts(open);
    switch (step.does) {
      case "approve": {
        const covers = facts.parts
          .filter(({ key }) => step.clauses.includes(key))
          .filter((part) => hindranceOf(step.who, part, facts) === null)
          .map(({ key, change }) => ({ part: key, change }));
        if (!outcomeOf(state, "approve") || covers.length === 0) return false;
        this.approvals.push({ by: step.who, covers, candidate: open });
        deed.changes = covers.map(({ change }) => change);
        return true;
      }
      case "retract":
        this.approvals = this.approvals.filter(({ by }) => by !== step.who);
        return true;
      case "object":
        if (!outcomeOf(state, "request_changes")) return false;
        this.objections.push({ by: step.who, candidate: open });
        return true;
      case "lift":
        if (!outcomeOf(state, "settle_objection")) return false;
        this.objections = this.objections.filter(({ by }) => by !== step.who);
        return true;
      case "withdraw":
        if (!outcomeOf(state, "withdraw")) return false;
        open.closedAs = "withdrawn";
        return true;
      case "publish":
        if (!outcomeOf(state, "publish")) return false;
        open.closedAs = "published";
        this.published.push({ texts: open.texts, moment: open.moment, candidate: open });
        return true;
    }
  }
}

const changeOf = (key: string, { base, texts }: Candidate) =>
  key === WHOLE
    ? `whole ${JSON.stringify(base)} to ${JSON.stringify(texts)}`
    : `${key} ${base[key] ?? "nothing"} to ${texts[key]}`;

function partsOf(candidate: Candidate): ChangedPart[] {
  return [WHOLE, ...CLAUSES]
    .filter((key) => key === WHOLE || candidate.base[key] !== candidate.texts[key])
    .map((key) => ({
      key,
      kind: key === WHOLE ? "whole" : "section",
      title: key,
      id: key,
      number: null,
      authority: null,
      path: [key],
      before: candidate.base[key] ?? null,
      after: candidate.texts[key] ?? null,
      change: changeOf(key, candidate),
      became: candidate.base[key] === undefined ? "added" : "changed",
      authorities: [],
      reordered: [],
    }));
}

/** From the plain history alone: may this candidate have been published after these deeds? */
function mayHaveBeenPublished(past: readonly Deed[], candidate: Candidate): string | null {
  const lastRelease = past.findLastIndex(({ step }) => step.does === "publish");
  const since = past.slice(lastRelease + 1);
  const cutAt = past.findIndex(
    ({ step, candidate: one }) => step.does === "cut" && one === candidate,
  );
  const lastCut = past.findLastIndex(({ step }) => step.does === "cut");
  if (cutAt !== lastCut) return "another candidate was made since";
  const objecting = new Set<Who>();
  for (const { step } of since) {
    if (step.does === "object") objecting.add(step.who);
    if (step.does === "lift") objecting.delete(step.who);
  }
  if (objecting.size > 0) return "somebody objects";
  for (const { key } of partsOf(candidate)) {
    const approving = new Set<Who>();
    for (const deed of since) {
      if (deed.step.does === "retract") approving.delete(deed.step.who);
      if (deed.step.does === "approve" && deed.changes.includes(changeOf(key, candidate))) {
        approving.add(deed.step.who);
      }
    }
    for (const person of PEOPLE) {
      const roles = past.filter(
        ({ step }) => (step.does === "demote" || step.does === "promote") && step.who === person,
      );
      const isReviewer = roles.at(-1)?.step.does !== "demote";
      const wrote = wroteSince(past, candidate, cutAt, person, key);
      if (!isReviewer || wrote || person === candidate.cutBy) approving.delete(person);
    }
    if (approving.size < 2) return `${key} has ${approving.size} approvals that count`;
  }
  return null;
}

function wroteSince(
  past: readonly Deed[],
  candidate: Candidate,
  cutAt: number,
  person: Who,
  key: string,
): boolean {
  const baseCut = past.findLastIndex(
    ({ step, candidate: one }, index) =>
      index < cutAt && step.does === "cut" && one?.closedAs === "published" && one !== candidate,
  );
  return past
    .slice(baseCut + 1, cutAt)
    .some(({ step }) => step.does === "edit" && step.who === person && step.clause === key);
}

describe("whatever people do, in whatever order", () => {
  it("nothing is published that was not approved, at this text, by two who did not write it", () => {
    let published = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 20, maxLength: 60 }), (steps) => {
        const world = new World();
        steps.forEach((step, moment) => {
          const past = [...world.history];
          const { open } = world;
          const wasOpen = open && { ...open };
          const done = world.run(step, moment);
          if (step.does !== "publish" || !open || !wasOpen) return;
          const objection = mayHaveBeenPublished(past, open);
          // Both ways: what the rules let through was right, and what was right they let through.
          expect(done ? objection : objection === null ? "was refused" : null).toBeNull();
          if (done) published += 1;
          else refused += 1;
        });
        const labels = world.published.map(({ candidate }) => candidate);
        expect(new Set(labels).size, "no candidate twice").toBe(labels.length);
        expect(world.candidates.filter(({ closedAs }) => closedAs === null).length).toBeLessThan(2);
      }),
      { numRuns: 10_000 },
    );
    // The sequences are worth something only if both happen often.
    expect(published).toBeGreaterThan(1_000);
    expect(refused).toBeGreaterThan(1_000);
  });
});
