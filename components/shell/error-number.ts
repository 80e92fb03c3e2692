/** The number under which the server logged an error, if it has one. Next calls it the digest. */
export function errorNumber(error: unknown) {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : undefined;
}
