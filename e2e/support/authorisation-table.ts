/**
 * Who gets what at each address, by the status of the answer: 200 shown, 307 sent to the sign-in
 * page, 403 refused in words, 404 as if it did not exist. A route that is missing here fails the test.
 */
export const VIEWERS = [
  "visitor",
  "outsider",
  "reader",
  "commenter",
  "editor",
  "reviewer",
  "publisher",
  "administrator",
] as const;

export type Viewer = (typeof VIEWERS)[number];
type Row = Readonly<Record<Viewer, number>>;

const row = (...statuses: [number, number, number, number, number, number, number, number]): Row =>
  Object.fromEntries(VIEWERS.map((viewer, index) => [viewer, statuses[index]])) as Row;

const everybody = row(200, 200, 200, 200, 200, 200, 200, 200);
const signedIn = row(307, 200, 200, 200, 200, 200, 200, 200);
const members = row(307, 404, 200, 200, 200, 200, 200, 200);
const publishers = row(307, 404, 403, 403, 403, 403, 200, 200);
const administrators = row(307, 403, 403, 403, 403, 403, 403, 200);
/** Takes what a page sends and shows nothing; who may send is tested with the command behind it. */
const sendOnly = row(405, 405, 405, 405, 405, 405, 405, 405);
const nobody = row(404, 404, 404, 404, 404, 404, 404, 404);

/** A page for coming in: who is in already is sent on. */
const comingIn = row(200, 307, 307, 307, 307, 307, 307, 307);

/** `[spec]` stands for the address of a spec in which the viewer has the role of the column. */
export const ROUTES: Readonly<Record<string, Row>> = {
  "/": everybody,
  // Of a spec without releases; with one they are everybody's, see releases.spec.ts.
  "/[spec]/releases/[label]/bundle.json": nobody,
  "/account": signedIn,
  "/account/feedback": signedIn,
  "/account/data": row(401, 200, 200, 200, 200, 200, 200, 200),
  "/admin": administrators,
  "/admin/audit": administrators,
  "/api/imports": sendOnly,
  "/api/imports/[upload]": sendOnly,
  "/api": everybody,
  "/api/palette": everybody,
  "/api/mail/stop": sendOnly,
  // Forms send to these; what a page that is only read gets is "method not allowed".
  "/api/feedback/comment": row(405, 405, 405, 405, 405, 405, 405, 405),
  "/api/feedback/finish": row(405, 405, 405, 405, 405, 405, 405, 405),
  // Nothing is published in the spec of this table, so nobody finds feedback on it in public.
  "/api/feedback/[spec]/[release]": nobody,
  "/api/feedback/[spec]/[release]/threads": nobody,
  "/[spec]/[release]/feedback": nobody,
  "/[spec]/feedback": nobody,
  "/[spec]/feedback/[thread]": nobody,
  "/[spec]/feedback/[thread]/feed.xml": nobody,
  "/[spec]/feedback/feed.xml": nobody,
  "/[spec]/feedback/policy": nobody,
  "/feedback/finish": everybody,
  "/check-mail": everybody,
  "/mail/stop": everybody,
  "/confirm": signedIn,
  // A link that was never made; links that were are followed in people.spec.ts.
  "/invitation/[secret]": nobody,
  "/lab/diff": nobody,
  "/lab/ui": nobody,
  "/lab/ui/reading": nobody,
  "/lab/ui/states": nobody,
  "/lab/ui/states/broken": nobody,
  "/lab/ui/states/forbidden": nobody,
  "/sign-in": comingIn,
  "/sign-in/link": everybody,
  "/sign-out": everybody,
  "/sign-up": comingIn,
  "/w": signedIn,
  "/w/[spec]": members,
  "/w/[spec]/export": members,
  "/w/[spec]/export/[version]/[format]": row(401, 404, 200, 200, 200, 200, 200, 200),
  "/w/[spec]/import": row(307, 404, 403, 403, 200, 200, 200, 403),
  // An upload that was never made; ones that were are followed in import.spec.ts.
  "/w/[spec]/import/[upload]": row(307, 404, 403, 403, 404, 404, 404, 403),
  "/w/[spec]/compare": members,
  "/w/[spec]/compare/export": row(401, 404, 200, 200, 200, 200, 200, 200),
  "/w/[spec]/edit": members,
  "/w/[spec]/edit/about/[uid]": row(401, 404, 200, 200, 200, 200, 200, 200),
  // No such section is in the draft; one that is, is opened in editor.spec.ts.
  "/w/[spec]/edit/clause/[id]": row(307, 404, 403, 403, 404, 404, 404, 403),
  "/w/[spec]/feedback": row(307, 404, 403, 200, 200, 200, 200, 200),
  "/w/[spec]/feedback/docket": row(401, 404, 403, 200, 200, 200, 200, 200),
  "/w/[spec]/feedback/figures": row(401, 404, 403, 200, 200, 200, 200, 200),
  "/w/[spec]/feedback/moderation": row(307, 404, 403, 403, 403, 200, 200, 200),
  "/w/[spec]/feedback/placements": row(307, 404, 403, 200, 200, 200, 200, 200),
  "/w/[spec]/feedback/statistics": row(307, 404, 403, 200, 200, 200, 200, 200),
  "/w/[spec]/settings/feedback": publishers,
  "/w/[spec]/history": members,
  // None of either is there yet; those that are, are opened in history.spec.ts.
  "/w/[spec]/history/[number]": row(307, 404, 404, 404, 404, 404, 404, 404),
  "/w/[spec]/history/[number]/restore": row(307, 404, 404, 404, 404, 404, 404, 404),
  "/w/[spec]/history/clause/[id]": row(307, 404, 404, 404, 404, 404, 404, 404),
  "/w/[spec]/members": members,
  "/w/[spec]/releases": members,
  // A candidate that was never made; those that were are followed in releases.spec.ts.
  "/w/[spec]/releases/[number]": row(307, 404, 404, 404, 404, 404, 404, 404),
  "/w/[spec]/releases/[number]/review": row(307, 404, 404, 404, 404, 404, 404, 404),
  "/w/[spec]/releases/new": row(307, 404, 403, 403, 200, 200, 200, 403),
  "/w/[spec]/settings": publishers,
  "/w/[spec]/settings/levels": members,
  "/w/[spec]/settings/review": publishers,
  "/w/inbox": signedIn,
  "/w/[spec]/settings/rules": members,
  "/w/import": administrators,
  "/w/import/[upload]": row(307, 403, 403, 403, 403, 403, 403, 404),
  "/w/new": administrators,
  "/welcome": signedIn,
};

/** Answered by next-auth itself, which has tests of its own. */
export const OUTSIDE_OF_THE_TABLE = ["/api/auth/[...nextauth]"];

/**
 * Every server action, by the file where its "who may not" tests stand. Actions are one line around a
 * command and the command authorises, so the commands are tested with every role on a real database.
 */
export const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  "lib/commands/people/accounts.test.ts": [
    "(account)/account/actions.ts#endOne",
    "(account)/account/actions.ts#endOthers",
    "(account)/account/actions.ts#rename",
    "(account)/account/actions.ts#setPassword",
    "(account)/actions.ts#signOutHere",
    "(account)/confirm/actions.ts#confirmByPassword",
    "(account)/confirm/actions.ts#findWays",
    "(account)/sign-in/actions.ts#signInHere",
    "(account)/sign-up/actions.ts#signUpHere",
    "(account)/welcome/actions.ts#settleIn",
  ],
  "lib/commands/feedback/mail-choice.test.ts": [
    "(account)/account/feedback/actions.ts#chooseMail",
    "(account)/account/feedback/actions.ts#nameOneself",
  ],
  "lib/commands/people/erase-account.test.ts": ["(account)/account/actions.ts#erase"],
  "lib/commands/feedback/comment-moderation.test.ts": [
    "(public)/[spec]/feedback/actions.ts#appeal",
    "(public)/[spec]/feedback/actions.ts#report",
    "(workspace)/w/[spec]/feedback/actions.ts#approve",
    "(workspace)/w/[spec]/feedback/actions.ts#hide",
    "(workspace)/w/[spec]/feedback/actions.ts#judge",
    "(workspace)/w/[spec]/feedback/actions.ts#redact",
  ],
  "lib/commands/feedback/comment-posting.test.ts": [
    "(public)/[spec]/feedback/actions.ts#edit",
    "(public)/[spec]/feedback/actions.ts#withdraw",
    "(workspace)/w/[spec]/feedback/actions.ts#answer",
  ],
  "lib/commands/feedback/feedback-following.test.ts": [
    "(public)/[spec]/feedback/actions.ts#follow",
    "(public)/[spec]/feedback/actions.ts#support",
  ],
  "lib/commands/feedback/thread-triage.test.ts": [
    "(workspace)/w/[spec]/feedback/actions.ts#assign",
    "(workspace)/w/[spec]/feedback/actions.ts#merge",
    "(workspace)/w/[spec]/feedback/actions.ts#reopen",
    "(workspace)/w/[spec]/feedback/actions.ts#settle",
  ],
  "lib/commands/feedback/feedback-settings.test.ts": [
    "(workspace)/w/[spec]/settings/feedback/actions.ts#announce",
    "(workspace)/w/[spec]/settings/feedback/actions.ts#callOff",
    "(workspace)/w/[spec]/settings/feedback/actions.ts#save",
  ],
  "lib/commands/feedback/carry-over.test.ts": ["(workspace)/w/[spec]/feedback/actions.ts#place"],
  "lib/commands/import/import-spec.test.ts": ["(workspace)/w/import/actions.ts#discard"],
  "lib/commands/specs/save-lint-rules.test.ts": [
    "(workspace)/w/[spec]/settings/rules/actions.ts#saveRules",
  ],
  "lib/commands/specs/members.test.ts": [
    "(account)/invitation/[secret]/actions.ts#accept",
    "(account)/invitation/[secret]/actions.ts#registerAndAccept",
    "(workspace)/w/[spec]/members/actions.ts#change",
    "(workspace)/w/[spec]/members/actions.ts#invite",
    "(workspace)/w/[spec]/members/actions.ts#remove",
    "(workspace)/w/[spec]/members/actions.ts#revoke",
    "admin/actions.ts#invite",
    "admin/actions.ts#revoke",
  ],
  "lib/commands/people/offices.test.ts": [
    "admin/actions.ts#makeAdministrator",
    "admin/actions.ts#reinstate",
    "admin/actions.ts#setSpecCreation",
    "admin/actions.ts#suspend",
    "admin/actions.ts#takeOffice",
    "admin/audit/actions.ts#verify",
  ],
  "lib/commands/review/review.test.ts": [
    "(workspace)/w/[spec]/releases/[number]/review/actions.ts#listPassages",
    "(workspace)/w/[spec]/releases/[number]/review/actions.ts#showUnchanged",
    "(workspace)/w/[spec]/releases/actions.ts#answerFor",
    "(workspace)/w/[spec]/releases/actions.ts#answerThread",
    "(workspace)/w/[spec]/releases/actions.ts#approve",
    "(workspace)/w/[spec]/releases/actions.ts#askForChanges",
    "(workspace)/w/[spec]/releases/actions.ts#askOverride",
    "(workspace)/w/[spec]/releases/actions.ts#assign",
    "(workspace)/w/[spec]/releases/actions.ts#cancel",
    "(workspace)/w/[spec]/releases/actions.ts#checkNotes",
    "(workspace)/w/[spec]/releases/actions.ts#confirmOverride",
    "(workspace)/w/[spec]/releases/actions.ts#correct",
    "(workspace)/w/[spec]/releases/actions.ts#cut",
    "(workspace)/w/[spec]/releases/actions.ts#dismiss",
    "(workspace)/w/[spec]/releases/actions.ts#lift",
    "(workspace)/w/[spec]/releases/actions.ts#openThread",
    "(workspace)/w/[spec]/releases/actions.ts#publish",
    "(workspace)/w/[spec]/releases/actions.ts#resolveThread",
    "(workspace)/w/[spec]/releases/actions.ts#retract",
    "(workspace)/w/[spec]/releases/actions.ts#schedule",
    "(workspace)/w/[spec]/releases/actions.ts#takeUp",
    "(workspace)/w/[spec]/releases/actions.ts#tick",
    "(workspace)/w/[spec]/releases/actions.ts#withdraw",
    "(workspace)/w/[spec]/releases/actions.ts#withdrawPublished",
    "(workspace)/w/[spec]/settings/review/actions.ts#save",
  ],
  "lib/commands/specs/specs.test.ts": [
    "(workspace)/w/[spec]/settings/actions.ts#archive",
    "(workspace)/w/[spec]/settings/actions.ts#rename",
    "(workspace)/w/[spec]/settings/actions.ts#restore",
    "(workspace)/w/[spec]/settings/actions.ts#saveAll",
    "(workspace)/w/actions.ts#create",
  ],
  "lib/commands/draft/revisions.test.ts": [
    "(workspace)/w/[spec]/compare/actions.ts#showUnchanged",
    "(workspace)/w/[spec]/history/actions.ts#name",
    "(workspace)/w/[spec]/history/actions.ts#restore",
  ],
  // These start a sign-in elsewhere; whether it succeeds is decided when the person comes back.
  "lib/auth/outside-sign-in.test.ts": [
    "(account)/account/actions.ts#confirmAddress",
    "(account)/account/actions.ts#connectProvider",
    "(account)/confirm/actions.ts#confirmByMail",
    "(account)/confirm/actions.ts#confirmByProvider",
    "(account)/sign-in/actions.ts#continueWithProvider",
    "(account)/sign-in/actions.ts#mailLinkHere",
  ],
  // The gallery: it changes nothing, and in production it is not there.
  "components/README.md": ["lab/ui/actions.ts#createSample", "lab/ui/actions.ts#pretendSignOut"],
};
