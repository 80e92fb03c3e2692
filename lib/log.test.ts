import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { currentRequestId, makeLog, runInRequest } from "./log";
import { maskPath } from "./log-privacy";

const MARK = "marker-7f3a";

beforeAll(() => {
  vi.stubEnv("LOG_LEVEL", "trace");
});

function lines(write: (log: ReturnType<typeof makeLog>) => void): string {
  const written: string[] = [];
  write(makeLog((line) => written.push(line)));
  return written.join("");
}

const logged = (value: object) => lines((log) => log.info(value, "said"));

describe("the request id", () => {
  it("is on every line of its request, after awaits too, and on no other", async () => {
    const written: string[] = [];
    const log = makeLog((line) => written.push(line));
    const work = async () => {
      await setImmediate();
      log.info("inside");
      return currentRequestId();
    };
    const ids = await Promise.all([runInRequest("r-1", work), runInRequest("r-2", work)]);
    log.info("outside");
    expect(ids).toEqual(["r-1", "r-2"]);
    expect(written.map((line) => JSON.parse(line).requestId)).toEqual(["r-1", "r-2", undefined]);
  });
});

describe("what a log never shows", () => {
  it.each([
    ["an e-mail address in a sentence", { what: `sent to ${MARK}@example.org today` }],
    ["an e-mail address by name", { email: MARK }],
    ["a name", { user: { id: "u1", name: MARK } }],
    ["a token in a list", { sessions: [{ sessionToken: MARK }] }],
    ["a cookie", { req: { headers: { cookie: `session=${MARK}` } } }],
    ["a password in an address", { url: `postgresql://precept:${MARK}@db:5432/precept` }],
    ["a query", { url: `/search?q=${MARK}` }],
    ["a query of a full address", { at: `https://example.org/a?code=${MARK}&x=1` }],
    ["an invitation", { path: `/invitation/${MARK}` }],
    ["text of a spec", { clause: { text: MARK } }],
    ["bytes", { update: new TextEncoder().encode(MARK) }],
  ])("%s", (_, value) => {
    expect(logged(value)).not.toContain(MARK);
  });

  it.each([
    ["the arguments of a query", prismaError()],
    ["a value PostgreSQL could not read", postgresError()],
    ["text that was no JSON", jsonError()],
    ["an address in a message", new Error(`no mail to ${MARK}@example.org`)],
    ["the cause of an error", new Error("failed", { cause: prismaError() })],
  ])("%s", (_, error) => {
    for (const line of [logged({ err: error }), lines((log) => log.error(error))]) {
      expect(line).not.toContain(MARK);
      expect(line).toContain("at ");
    }
  });

  it("any address, wherever it stands", () => {
    const local = fc.stringMatching(/^[a-z0-9.+_-]{1,20}$/);
    fc.assert(
      fc.property(local, fc.string(), fc.string(), (name, before, after) => {
        const address = `${name}@example.org`;
        expect(logged({ what: `${before} ${address} ${after}` })).not.toContain(address);
      }),
    );
  });
});

describe("what a log keeps", () => {
  it("facts, ids and where a Prisma error came from", () => {
    const line = logged({ specId: "s-1", ms: 12, err: prismaError() });
    expect(JSON.parse(line)).toMatchObject({
      level: "info",
      msg: "said",
      specId: "s-1",
      ms: 12,
      err: { type: "PrismaClientKnownRequestError", code: "P2002", meta: { modelName: "User" } },
    });
  });

  it("the words of our own errors", () => {
    expect(logged({ err: new Error("The disk is full.") })).toContain("The disk is full.");
  });

  it("a value that refers to itself, without end", () => {
    const loop: Record<string, unknown> = {};
    loop.again = loop;
    expect(logged(loop)).toContain("[deeper]");
  });
});

describe("the path of a request", () => {
  it.each([
    ["/w/model?tab=all", "/w/model"],
    ["/invitation/abc123", "/invitation/…"],
    ["/invitation/abc123?x=1#y", "/invitation/…"],
    [`/api/auth/callback/email?token=${MARK}&email=a@b.org`, "/api/auth/callback/email"],
    ["/", "/"],
  ])("%s", (url, path) => {
    expect(maskPath(url)).toBe(path);
  });
});

function prismaError(): Error {
  return Object.assign(new Error(`Invalid create() invocation: { email: "${MARK}" }`), {
    name: "PrismaClientKnownRequestError",
    code: "P2002",
    meta: { modelName: "User", target: ["email"], driverAdapterError: { value: MARK } },
  });
}

function postgresError(): Error {
  return Object.assign(new Error(`invalid input syntax for type uuid: "${MARK}"`), {
    severity: "ERROR",
    code: "22P02",
    detail: MARK,
  });
}

function jsonError(): Error {
  try {
    JSON.parse(`${MARK} and more`);
  } catch (error) {
    return error as Error;
  }
  throw new Error("That was JSON.");
}
