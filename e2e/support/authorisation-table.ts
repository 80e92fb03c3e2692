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
const developersOnly = row(404, 404, 404, 404, 404, 404, 404, 404);

/** `[spec]` stands for the address of a spec in which the viewer has the role of the column. */
export const ROUTES: Readonly<Record<string, Row>> = {
  "/": everybody,
  "/api/palette": everybody,
  "/lab/ui": developersOnly,
  "/w": signedIn,
  "/w/[spec]": members,
  "/w/[spec]/members": members,
  "/w/[spec]/settings": publishers,
  "/w/[spec]/settings/levels": members,
  "/w/new": row(307, 403, 403, 403, 403, 403, 403, 200),
  "/admin": administrators,
  "/admin/audit": administrators,
};

/** Answered by next-auth itself, which has tests of its own. */
export const OUTSIDE_OF_THE_TABLE = ["/api/auth/[...nextauth]"];

/**
 * Every server action, and where its "who may not" test stands. Actions are one line around a command
 * and the command authorises, so the commands are tested with every role on a real database.
 */
export const ACTIONS: Readonly<Record<string, string>> = {
  "(workspace)/w/actions.ts#create": "lib/commands/specs.test.ts",
  "(workspace)/w/[spec]/members/actions.ts#change": "lib/commands/members.test.ts",
  "(workspace)/w/[spec]/members/actions.ts#invite": "lib/commands/invitations.test.ts",
  "(workspace)/w/[spec]/members/actions.ts#remove": "lib/commands/members.test.ts",
  "(workspace)/w/[spec]/members/actions.ts#revoke": "lib/commands/invitations.test.ts",
  "(workspace)/w/[spec]/settings/actions.ts#archive": "lib/commands/specs.test.ts",
  "(workspace)/w/[spec]/settings/actions.ts#rename": "lib/commands/specs.test.ts",
  "(workspace)/w/[spec]/settings/actions.ts#restore": "lib/commands/specs.test.ts",
  "(workspace)/w/[spec]/settings/actions.ts#saveAll": "lib/commands/specs.test.ts",
  "lab/ui/actions.ts#inviteMember": "",
};
