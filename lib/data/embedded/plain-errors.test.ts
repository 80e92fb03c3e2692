import { describe, expect, it } from "vitest";
import { plainFileError, plainServerError } from "./plain-errors";

describe("an error of the file system", () => {
  it.each([
    ["ENOSPC", "disk-full", /is full\. Free some space/],
    ["EACCES", "not-writable", /account that owns that folder/],
    ["EROFS", "not-writable", /may not write to/],
  ])("%s is said in words", (code, trouble, words) => {
    const cause = Object.assign(new Error("write failed"), { code });
    expect(plainFileError(cause, "/srv/data")).toMatchObject({
      code: trouble,
      message: expect.stringMatching(words),
      cause,
    });
  });

  it("that we have no words for passes unchanged", () => {
    const odd = Object.assign(new Error("odd"), { code: "EIO" });
    expect(plainFileError(odd, "/srv/data")).toBe(odd);
  });
});

describe("what PostgreSQL printed when it gave up", () => {
  it.each([
    ['could not write to file "base/1": No space left on device', "disk-full"],
    ["PANIC: …\nHINT:  Check free disk space.", "disk-full"],
    ["could not open directory: Permission denied", "not-writable"],
    ["FATAL: could not map anonymous shared memory: Cannot allocate memory", "cannot-run"],
    ["PANIC: could not locate a valid checkpoint record", "failed"],
  ])("%s", (output, trouble) => {
    expect(plainServerError(output, "/srv/data", "it started")).toMatchObject({ code: trouble });
  });

  it("is repeated when we have no words of our own", () => {
    const error = plainServerError("PANIC: a\nb", "/srv/data", "it started");
    expect(error.message).toBe(
      "PostgreSQL failed while it started. Its last words:\n  PANIC: a\n  b",
    );
  });
});
