/** Why there is no database to speak to; the message says what to do next. */
export type DatabaseTrouble =
  | "not-configured"
  | "missing-binaries"
  | "cannot-run"
  | "not-writable"
  | "disk-full"
  | "other-version"
  | "wrong-owner"
  | "unreachable"
  | "wrong-password"
  | "no-database"
  | "too-old"
  | "failed";

/** The database cannot be reached or started. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
  readonly status = 503;

  constructor(
    readonly code: DatabaseTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The tables and the migrations of this program do not fit together. */
export class MigrationRefused extends Error {
  override name = "MigrationRefused";
  readonly status = 503;

  constructor(
    readonly code: "edited" | "unknown" | "unfinished" | "failed" | "busy" | "behind",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
