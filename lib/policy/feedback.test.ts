import { describe, expect, it } from "vitest";
import type { Actor } from "./actor";
import * as policy from "./feedback";
import { isAtLeast, ROLES, type Role } from "./role";

const actor = (id = "me", isAdministrator = false): Actor => ({
  id,
  isAdministrator,
  isSpecCreator: false,
  authenticatedAt: new Date(0),
});
const standing = (role: Role | null, more: Partial<policy.FeedbackStanding> = {}) => ({
  role,
  isArchived: false,
  isOpen: true,
  isPublished: true,
  ...more,
});

/** The weakest role that may do it, whether an administrator may, and whether in an archived spec. */
const TABLE: [
  name: string,
  rule: (actor: Actor, spec: policy.FeedbackStanding) => boolean,
  weakest: Role | null,
  administrator: boolean,
  whenArchived: boolean,
][] = [
  ["comment", policy.canComment, null, true, false],
  ["decide about threads", policy.canTriage, "editor", false, false],
  ["answer officially", policy.canAnswerOfficially, "editor", false, false],
  ["settle a thread", policy.canSettleThread, "editor", false, false],
  ["decide a placement", policy.canDecidePlacement, "editor", false, false],
  ["see the inbox", policy.canSeeInbox, "commenter", true, true],
  ["export the docket", policy.canExportDocket, "commenter", true, true],
  ["moderate", policy.canModerate, "reviewer", true, true],
  ["change settings", policy.canChangeFeedbackSettings, "publisher", true, false],
];

describe.each(TABLE)("to %s", (_, rule, weakest, administrator, whenArchived) => {
  it.each([null, ...ROLES])("as %s", (role) => {
    const may = weakest === null || isAtLeast(role, weakest);
    expect(rule(actor(), standing(role))).toBe(may);
    expect(rule(actor(), standing(role, { isArchived: true }))).toBe(whenArchived && may);
  });

  it("as an administrator who is no member", () => {
    expect(rule(actor("me", true), standing(null))).toBe(administrator);
  });
});

describe("comments", () => {
  const comment = (state: policy.CommentStanding["state"], authorId: string | null = "me") => ({
    state,
    authorId,
  });
  const STATES = ["held", "visible", "hidden", "withdrawn"] as const;

  it("are taken of the public only while a published spec is open", () => {
    expect(policy.canComment(actor(), standing(null, { isOpen: false }))).toBe(false);
    expect(policy.canComment(actor(), standing("commenter", { isOpen: false }))).toBe(true);
    expect(policy.canComment(actor(), standing(null, { isPublished: false }))).toBe(false);
  });

  it.each(STATES)("that are %s belong to their author", (state) => {
    const [own, other] = [comment(state), comment(state, "other")];
    const shown = state === "visible" || state === "held";
    expect(policy.canEditComment(actor(), own)).toBe(shown);
    expect(policy.canEditComment(actor(), other)).toBe(false);
    expect(policy.canWithdrawComment(actor(), own)).toBe(state !== "withdrawn");
    expect(policy.canWithdrawComment(actor(), other)).toBe(false);
    expect(policy.canReportComment(actor(), other)).toBe(state === "visible");
    expect(policy.canReportComment(actor(), own)).toBe(false);
  });

  it.each(STATES)("that are %s are read by whom the rules name", (state) => {
    const reads = (who: Actor | null, role: Role | null, authorId = "other") =>
      policy.canReadComment(who, standing(role), comment(state, authorId));
    const isGone = state === "withdrawn";
    expect(reads(null, null)).toBe(state === "visible");
    expect(reads(actor(), "editor")).toBe(state === "visible");
    expect(reads(actor(), null, "me")).toBe(!isGone);
    expect(reads(actor(), "reviewer")).toBe(!isGone);
  });

  it("of an erased account belong to nobody", () => {
    expect(policy.canEditComment(actor(), comment("visible", null))).toBe(false);
  });

  it("are never moderated by their author", () => {
    const reviewer = standing("reviewer");
    expect(policy.canModerateComment(actor(), reviewer, comment("held"))).toBe(false);
    expect(policy.canModerateComment(actor(), reviewer, comment("held", "other"))).toBe(true);
  });

  it("are judged on appeal by a third person", () => {
    const reviewer = standing("reviewer");
    const appeal = { byId: "author", moderatorId: "moderator" };
    expect(policy.canDecideAppeal(actor("author"), reviewer, appeal)).toBe(false);
    expect(policy.canDecideAppeal(actor("moderator"), reviewer, appeal)).toBe(false);
    expect(policy.canDecideAppeal(actor("third"), reviewer, appeal)).toBe(true);
    expect(policy.canDecideAppeal(actor("third"), standing("editor"), appeal)).toBe(false);
  });
});
