import { ROLE_NAMES } from "@/components/spec/role-names";
import { isRole } from "@/lib/policy/role";

/** The names that stand in for ids in a sentence of the log. */
export interface AuditNames {
  actor: string;
  subject: string;
  spec: string;
}

type Facts = Readonly<Record<string, unknown>>;
type Sentence = (names: AuditNames, facts: Facts) => string;

const role = (value: unknown) => (isRole(value) ? ROLE_NAMES[value].toLowerCase() : "member");

const SENTENCES: Readonly<Record<string, Sentence>> = {
  "administrator.granted": ({ actor, subject }) => `${actor} made ${subject} administrator`,
  "administrator.withdrawn": ({ actor, subject }) =>
    `${actor} took the office of administrator from ${subject}`,
  "appeal.decided": ({ actor, spec }, { upheld }) =>
    `${actor} decided an appeal in ${spec}: the author was ${upheld ? "right" : "not right"}`,
  "appeal.opened": ({ actor, spec }) =>
    `${actor} appealed against the hiding of a comment in ${spec}`,
  "comment.approved": ({ actor, spec }) => `${actor} let a comment in ${spec} be read`,
  "comment.edited": ({ actor, spec }) => `${actor} changed a comment of theirs in ${spec}`,
  "comment.hidden": ({ actor, spec }) => `${actor} hid a comment in ${spec}`,
  "comment.posted": ({ actor, spec }, { held }) =>
    `${actor} commented on ${spec}${held ? "; it waits for a moderator" : ""}`,
  "comment.redacted": ({ actor, spec }) => `${actor} took words out of a comment in ${spec}`,
  "comment.reported": ({ actor, spec }) => `${actor} reported a comment in ${spec}`,
  "comment.restored": ({ actor, spec }) => `${actor} put a hidden comment in ${spec} back`,
  "comment.withdrawn": ({ actor, spec }) => `${actor} took a comment of theirs in ${spec} back`,
  "consultation.announced": ({ actor, spec }) => `${actor} announced a consultation on ${spec}`,
  "consultation.called_off": ({ actor, spec }) => `${actor} called off a consultation on ${spec}`,
  "feedback.settings_changed": ({ actor, spec }) => `${actor} changed how ${spec} takes feedback`,
  "placement.decided": ({ actor, spec }) => `${actor} said where a thread on ${spec} belongs`,
  "thread.assigned": ({ actor, subject, spec }, { assigned }) =>
    assigned
      ? `${actor} asked ${subject} to look after a thread on ${spec}`
      : `${actor} took a thread on ${spec} from whoever looked after it`,
  "thread.merged": ({ actor, spec }) => `${actor} joined two threads on ${spec}`,
  "thread.opened": ({ actor, spec }) => `${actor} opened a thread on ${spec}`,
  "thread.reopened": ({ actor, spec }) => `${actor} reopened a thread on ${spec}`,
  "thread.settled": ({ actor, spec }) => `${actor} settled a thread on ${spec}`,
  "approval.given": ({ actor, spec }, { candidate, parts }) =>
    `${actor} approved ${changes(parts)} of candidate ${Number(candidate)} of ${spec}`,
  "approval.retracted": ({ actor, spec }, { candidate }) =>
    `${actor} took back an approval of candidate ${Number(candidate)} of ${spec}`,
  "candidate.made": ({ actor, spec }, { candidate, label }) =>
    `${actor} made candidate ${Number(candidate)} of ${spec}, to become ${String(label)}`,
  "candidate.published": ({ spec }, { candidate, label }) =>
    `Candidate ${Number(candidate)} of ${spec} became release ${String(label)}`,
  "candidate.replaced": ({ spec }, { candidate, next }) =>
    `Candidate ${Number(candidate)} of ${spec} was replaced by candidate ${Number(next)}`,
  "candidate.withdrawn": ({ actor, spec }, { candidate }) =>
    `${actor} withdrew candidate ${Number(candidate)} of ${spec}`,
  "change.marked_editorial": ({ actor, spec }) =>
    `${actor} answers for a change of ${spec} that the notes leave out`,
  "draft.renewed": ({ spec }) =>
    `The draft of ${spec} was set apart from copies of a time that a restored backup does not hold`,
  "draft.write_refused": ({ actor, spec }) =>
    `${actor} sent changes to ${spec} without the right to write; they were refused`,
  "invitation.accepted": ({ actor, spec }, { administrator }) =>
    administrator || !spec
      ? `${actor} accepted an invitation`
      : `${actor} accepted an invitation to ${spec}`,
  "invitation.created": ({ actor, spec }, { administrator, first, role: offered }) => {
    if (first) return "The first administrator’s link was made";
    if (administrator) return `${actor} made an invitation for an administrator`;
    return `${actor} made an invitation to ${spec} as ${role(offered)}`;
  },
  "invitation.revoked": ({ actor, spec }) =>
    spec ? `${actor} ended an invitation to ${spec}` : `${actor} ended an invitation`,
  "levels.changed": ({ actor, spec }) => `${actor} changed the authority levels of ${spec}`,
  "lint_rules.changed": ({ actor, spec }) => `${actor} changed the writing rules of ${spec}`,
  "member.added": ({ subject, spec }, { role: given }) =>
    `${subject} joined ${spec} as ${role(given)}`,
  "member.removed": ({ actor, subject, spec }, { left }) =>
    left ? `${subject} left ${spec}` : `${actor} removed ${subject} from ${spec}`,
  "member.role_changed": ({ actor, subject, spec }, { from, to }) =>
    `${actor} changed the role of ${subject} in ${spec} from ${role(from)} to ${role(to)}`,
  "objection.dismissed": ({ actor, spec }, { candidate }) =>
    `${actor} set an objection to candidate ${Number(candidate)} of ${spec} aside`,
  "objection.lifted": ({ actor, spec }, { candidate }) =>
    `${actor} lifted their objection to candidate ${Number(candidate)} of ${spec}`,
  "objection.raised": ({ actor, spec }, { candidate }) =>
    `${actor} asked for changes to candidate ${Number(candidate)} of ${spec}`,
  "override.asked": ({ actor, spec }, { candidate }) =>
    `${actor} asked to publish candidate ${Number(candidate)} of ${spec} against the rules`,
  "override.confirmed": ({ actor, spec }, { candidate }) =>
    `${actor} confirmed publishing candidate ${Number(candidate)} of ${spec} against the rules`,
  "person.email_confirmed": ({ subject }) => `${subject} confirmed their e-mail address`,
  "person.erased": ({ subject }) => `${subject} erased their account`,
  "person.identity_linked": ({ subject }) => `${subject} connected an identity provider`,
  "person.password_changed": ({ subject }, { first }) =>
    first ? `${subject} set a password` : `${subject} changed their password`,
  "person.password_removed": ({ subject }) =>
    `The password of ${subject} was dropped, because it was older than the proof of the address`,
  "person.registered": ({ subject }) => `${subject} made an account`,
  "person.reinstated": ({ actor, subject }) => `${actor} reinstated ${subject}`,
  "person.renamed": ({ subject }) => `${subject} changed their name`,
  "person.suspended": ({ actor, subject }) => `${actor} suspended ${subject}`,
  "publishing.cancelled": ({ actor, spec }, { candidate }) =>
    `${actor} took back the time for publishing candidate ${Number(candidate)} of ${spec}`,
  "publishing.missed": ({ spec }, { candidate }) =>
    `Candidate ${Number(candidate)} of ${spec} could not be published at its time`,
  "publishing.scheduled": ({ actor, spec }, { candidate, publishAt }) =>
    `${actor} set ${String(publishAt)} as the time for publishing candidate ${Number(candidate)} of ${spec}`,
  "release.corrected": ({ actor, spec }, { label, number }) =>
    `${actor} added erratum ${Number(number)} to release ${String(label)} of ${spec}`,
  "release.imported": ({ actor, spec }, { label }) =>
    `${actor} took over release ${String(label)} of ${spec}`,
  "release.published": ({ actor, spec }, { label }) =>
    `${actor} published release ${String(label)} of ${spec}`,
  "release.withdrawn": ({ actor, spec }, { label }) =>
    `${actor} withdrew release ${String(label)} of ${spec}`,
  "review_rules.changed": ({ actor, spec }) => `${actor} changed the review rules of ${spec}`,
  "reviewer.asked": ({ actor, subject, spec }, { candidate }) =>
    `${actor} asked ${subject} to review candidate ${Number(candidate)} of ${spec}`,
  "session.revoked": ({ actor }, { sessions }) =>
    sessions === 1
      ? `${actor} signed out on a device`
      : `${actor} signed out on ${Number(sessions)} devices`,
  "spec.archived": ({ actor, spec }) => `${actor} archived ${spec}`,
  "spec.created": ({ actor, spec }) => `${actor} created ${spec}`,
  "spec.imported": ({ actor, spec }, { releases }) =>
    Number(releases) > 0
      ? `${actor} imported ${Number(releases)} releases and the draft of ${spec}`
      : `${actor} imported the draft of ${spec}`,
  "spec.renamed": ({ actor, spec }) => `${actor} changed the title or address of ${spec}`,
  "spec.restored": ({ actor, spec }) => `${actor} restored ${spec}`,
  "suggestion.applied": ({ actor, subject, spec }) =>
    `${actor} took up a wording that ${subject} proposed for ${spec}`,
  "spec_creation.granted": ({ actor, subject }) => `${actor} let ${subject} create specs`,
  "spec_creation.withdrawn": ({ actor, subject }) =>
    `${actor} no longer lets ${subject} create specs`,
};

const changes = (parts: unknown) => (parts === 1 ? "1 change" : `${Number(parts)} changes`);

/** One event of the audit log as a sentence. A kind without words of its own is told by its name. */
export function auditSentence(kind: string, names: AuditNames, payload: unknown): string {
  const facts = typeof payload === "object" && payload !== null ? { ...payload } : {};
  const sentence = Object.hasOwn(SENTENCES, kind) ? SENTENCES[kind] : undefined;
  if (sentence) return sentence(names, facts);
  const words = kind.replace(/[._]/g, " ");
  return names.spec ? `${names.actor}: ${words}, in ${names.spec}` : `${names.actor}: ${words}`;
}
