/**
 * Errors that are meant for people. Each carries a stable code for programs, an HTTP status, and a
 * sentence that says what happened and what to do next. Anything else that is thrown is a fault of
 * ours: it is logged with the request id and shown without its text.
 */
export abstract class AppError extends Error {
  abstract readonly code: string;
  abstract readonly status: number;
  /** What is wrong with single fields of a form, by their names. */
  readonly fields?: Readonly<Record<string, string>>;

  constructor(message: string, fields?: Readonly<Record<string, string>>) {
    super(message);
    this.name = new.target.name;
    this.fields = fields;
  }
}

export class Invalid extends AppError {
  readonly code = "invalid";
  readonly status = 400;
}

export class Unauthenticated extends AppError {
  readonly code = "unauthenticated";
  readonly status = 401;

  constructor(message = "Sign in to go on.") {
    super(message);
  }
}

export class Forbidden extends AppError {
  readonly code = "forbidden";
  readonly status = 403;

  /** @param what Completes the sentence "You may not …", for example "invite people to this spec". */
  constructor(
    what: string,
    advice = "Ask a publisher of this spec or an administrator if you need to.",
  ) {
    super(`You may not ${what}. ${advice}`);
  }
}

/** The step is sensitive and the last proof of identity is too old (QUALITY A11: 15 minutes). */
export class IdentityNotConfirmed extends AppError {
  readonly code = "identity_not_confirmed";
  readonly status = 403;

  constructor() {
    super("This step needs a fresh proof that it is you. Confirm who you are and try again.");
  }
}

export class NotFound extends AppError {
  readonly code = "not_found";
  readonly status = 404;

  constructor(what: string) {
    super(`There is no ${what} here, or you may not see it.`);
  }
}

export class Conflict extends AppError {
  readonly code = "conflict";
  readonly status = 409;
}

export class TooManyRequests extends AppError {
  readonly code = "too_many_requests";
  readonly status = 429;

  /** @param retryAfterSeconds Whole seconds until the next attempt can succeed. */
  constructor(
    what: string,
    readonly retryAfterSeconds: number,
  ) {
    super(`Too many ${what}. Try again in ${inWords(retryAfterSeconds)}.`);
  }
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
