import { DatabaseUnavailable } from "../database-errors";

/** Turns an error of the file system into words that say what to do. Other errors pass unchanged. */
export function plainFileError(error: unknown, folder: string): unknown {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(folder, error);
  // Node says ENOENT when it may not make folders on a read-only disk.
  if (code === "ENOENT" && syscall === "mkdir") return notWritable(folder, error);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return notWritable(folder, error);
  return error;
}

/**
 * Turns what PostgreSQL printed when it gave up into words.
 *
 * @param output What it printed; only the end is repeated.
 */
export function plainServerError(output: string, folder: string, doing: string): Error {
  if (/No space left on device|Disk quota exceeded|Check free disk space/i.test(output))
    return diskFull(folder);
  if (/Permission denied|Read-only file system/i.test(output)) return notWritable(folder);
  if (/could not (create|map|resize).*shared memory|Cannot allocate memory/i.test(output)) {
    return new DatabaseUnavailable(
      "cannot-run",
      `PostgreSQL could not get the memory it needs${quote(output)}`,
    );
  }
  return new DatabaseUnavailable("failed", `PostgreSQL failed while ${doing}${quote(output)}`);
}

function diskFull(folder: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    "disk-full",
    `The disk that holds ${folder} is full. Free some space and start again; nothing that was saved is lost.`,
    { cause },
  );
}

function notWritable(folder: string, cause?: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    "not-writable",
    `Precept may not write to ${folder}. Run it as the account that owns that folder, or move the folder out of the way.`,
    { cause },
  );
}

function quote(output: string): string {
  const lines = output.trim().split("\n").slice(-5);
  return lines[0] ? `. Its last words:\n  ${lines.join("\n  ")}` : " without a word.";
}
