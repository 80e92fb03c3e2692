import { expect, it } from "vitest";
import { auditSentence } from "./audit-words";

const names = { actor: "Ada", subject: "Bo", spec: "“Kind answers”" };

it.each([
  ["person.suspended", {}, "Ada suspended Bo"],
  [
    "member.role_changed",
    { from: "editor", to: "reviewer" },
    "Ada changed the role of Bo in “Kind answers” from editor to reviewer",
  ],
  ["member.removed", { left: true }, "Bo left “Kind answers”"],
  ["session.revoked", { sessions: 3 }, "Ada signed out on 3 devices"],
  ["invitation.created", { first: true }, "The first administrator’s link was made"],
  ["release.published", { label: "1.4.0" }, "Ada published release 1.4.0 of “Kind answers”"],
  ["spec.imported", { releases: 3 }, "Ada imported 3 releases and the draft of “Kind answers”"],
  ["nobody.knows", {}, "Ada: nobody knows, in “Kind answers”"],
  ["toString", {}, "Ada: toString, in “Kind answers”"],
])("%s", (kind, payload, sentence) => expect(auditSentence(kind, names, payload)).toBe(sentence));
