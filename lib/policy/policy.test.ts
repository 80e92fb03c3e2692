import { describe, expect, it } from "vitest";
import type { Actor, SpecStanding } from "./actor";
import * as historyPolicy from "./history";
import { isFreshlyAuthenticated } from "./identity";
import * as memberPolicy from "./member";
import * as personPolicy from "./person";
import { isAtLeast, isRole, ROLES, type Role } from "./role";
import * as specPolicy from "./spec";

const actor = (more: Partial<Actor> = {}): Actor => ({
  id: "me",
  isAdministrator: false,
  isSpecCreator: false,
  authenticatedAt: new Date(0),
  ...more,
});
const standing = (role: Role | null, isArchived = false): SpecStanding => ({ role, isArchived });
const person = (id: string, more: Partial<personPolicy.PersonStanding> = {}) => ({
  id,
  isAdministrator: false,
  isSuspended: false,
  isErased: false,
  ...more,
});
const someoneElse = { userId: "someone", role: "editor" } as const;

/** The weakest role that may do it, and whether an administrator who is no member may. */
const SPEC_TABLE: [
  name: string,
  rule: (actor: Actor, spec: SpecStanding) => boolean,
  weakest: Role,
  administrator: boolean,
  whenArchived: boolean,
][] = [
  ["see a spec", specPolicy.canSeeSpec, "reader", true, true],
  ["comment on the draft", specPolicy.canCommentOnDraft, "commenter", false, false],
  ["edit the draft", specPolicy.canEditDraft, "editor", false, false],
  ["see its history", historyPolicy.canSeeHistory, "reader", true, true],
  ["name a revision", historyPolicy.canNameRevision, "editor", false, false],
  ["restore a revision", historyPolicy.canRestoreRevision, "editor", false, false],
  ["change settings", specPolicy.canChangeSpecSettings, "publisher", true, false],
  ["archive", specPolicy.canArchiveSpec, "publisher", true, false],
  ["see the spec's audit log", specPolicy.canSeeSpecAudit, "publisher", true, true],
  ["see members", memberPolicy.canSeeMembers, "reader", true, true],
  ["invite", memberPolicy.canInviteMember, "publisher", true, false],
  ["revoke an invitation", memberPolicy.canRevokeInvitation, "publisher", true, false],
  [
    "change a role",
    (who, spec) => memberPolicy.canChangeRole(who, spec, someoneElse),
    "publisher",
    true,
    false,
  ],
  [
    "remove a member",
    (who, spec) => memberPolicy.canRemoveMember(who, spec, someoneElse),
    "publisher",
    true,
    false,
  ],
];

describe.each(SPEC_TABLE)("to %s", (_, rule, weakest, administrator, whenArchived) => {
  it.each([null, ...ROLES])("as %s", (role) => {
    expect(rule(actor(), standing(role))).toBe(isAtLeast(role, weakest));
    expect(rule(actor(), standing(role, true))).toBe(whenArchived && isAtLeast(role, weakest));
  });

  it("as an administrator who is no member", () => {
    expect(rule(actor({ isAdministrator: true }), standing(null))).toBe(administrator);
  });
});

describe("specs", () => {
  it("are created by administrators and by people who were given that right", () => {
    expect(specPolicy.canCreateSpec(actor())).toBe(false);
    expect(specPolicy.canCreateSpec(actor({ isSpecCreator: true }))).toBe(true);
    expect(specPolicy.canCreateSpec(actor({ isAdministrator: true }))).toBe(true);
  });

  it("are restored only from the archive", () => {
    expect(specPolicy.canRestoreSpec(actor(), standing("publisher", true))).toBe(true);
    expect(specPolicy.canRestoreSpec(actor(), standing("publisher", false))).toBe(false);
    expect(specPolicy.canRestoreSpec(actor(), standing("reviewer", true))).toBe(false);
  });
});

describe("members", () => {
  it("never change or remove themselves", () => {
    const me = { userId: "me", role: "publisher" } as const;
    const administrator = actor({ isAdministrator: true });
    expect(memberPolicy.canChangeRole(actor(), standing("publisher"), me)).toBe(false);
    expect(memberPolicy.canChangeRole(administrator, standing("publisher"), me)).toBe(false);
    expect(memberPolicy.canRemoveMember(actor(), standing("publisher"), me)).toBe(false);
  });

  it("may leave when they are members", () => {
    expect(memberPolicy.canLeaveSpec(actor(), standing("reader"))).toBe(true);
    expect(memberPolicy.canLeaveSpec(actor(), standing(null))).toBe(false);
  });

  it("keep a publisher among them", () => {
    const members = [
      { userId: "a", role: "publisher" },
      { userId: "b", role: "editor" },
    ] as const;
    expect(memberPolicy.keepsAPublisher(members, { userId: "a", role: "editor" })).toBe(false);
    expect(memberPolicy.keepsAPublisher(members, { userId: "a", role: null })).toBe(false);
    expect(memberPolicy.keepsAPublisher(members, { userId: "b", role: null })).toBe(true);
    expect(memberPolicy.keepsAPublisher(members, { userId: "a", role: "publisher" })).toBe(true);
  });
});

describe("people", () => {
  const administrator = actor({ isAdministrator: true });

  it.each([
    ["suspend", personPolicy.canSuspendPerson, person("other")],
    ["reinstate", personPolicy.canReinstatePerson, person("other", { isSuspended: true })],
    ["make administrator", personPolicy.canGrantAdministrator, person("other")],
    [
      "take the office from",
      personPolicy.canWithdrawAdministrator,
      person("other", { isAdministrator: true }),
    ],
    ["let create specs", personPolicy.canGrantSpecCreation, person("other")],
  ])("only administrators may %s somebody", (_, rule, other) => {
    expect(rule(administrator, other)).toBe(true);
    expect(rule(actor(), other)).toBe(false);
  });

  it("cannot suspend or raise themselves", () => {
    expect(personPolicy.canSuspendPerson(administrator, person("me"))).toBe(false);
    expect(personPolicy.canGrantAdministrator(administrator, person("me"))).toBe(false);
    expect(
      personPolicy.canWithdrawAdministrator(administrator, person("me", { isAdministrator: true })),
    ).toBe(false);
  });

  it("erase their own account and no other, once", () => {
    expect(personPolicy.canEraseAccount(actor(), person("me"))).toBe(true);
    expect(personPolicy.canEraseAccount(administrator, person("other"))).toBe(false);
    expect(personPolicy.canEraseAccount(actor(), person("me", { isErased: true }))).toBe(false);
  });

  it("keep an administrator among them who can act", () => {
    const me = person("me", { isAdministrator: true });
    const suspended = person("b", { isAdministrator: true, isSuspended: true });
    expect(personPolicy.keepsAnAdministrator([me], "me")).toBe(false);
    expect(personPolicy.keepsAnAdministrator([me, suspended], "me")).toBe(false);
    expect(
      personPolicy.keepsAnAdministrator([me, person("c", { isAdministrator: true })], "me"),
    ).toBe(true);
  });
});

describe("identity", () => {
  it("is fresh for fifteen minutes", () => {
    const at = new Date("2026-01-01T12:00:00Z");
    expect(isFreshlyAuthenticated(at, new Date("2026-01-01T12:15:00Z"))).toBe(true);
    expect(isFreshlyAuthenticated(at, new Date("2026-01-01T12:15:01Z"))).toBe(false);
  });
});

describe("roles", () => {
  it("are known by name", () => {
    expect(isRole("editor")).toBe(true);
    expect(isRole("owner")).toBe(false);
    expect(isRole(undefined)).toBe(false);
  });
});
