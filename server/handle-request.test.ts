import type { IncomingMessage, Server } from "node:http";
import type { Logger } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeLog } from "@/lib/log";
import { ask, sendRaw, settings } from "@/lib/testing/http-server";
import { createHttpServer } from "./create-http-server";
import { requestListener, type RequestParts } from "./handle-request";
import { listen } from "./listen";
import { answerPlainly } from "./plain-answer";
import { sendAnswer } from "./reading/send-answer";
import { storedAnswer } from "./reading/stored-answer";
import { fixedHeaders } from "./security-headers";

const HOST = "spec.example.org";
let server: Server;
let seen: IncomingMessage["headers"] | undefined;

beforeEach(() => {
  seen = undefined;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function start(parts: Partial<RequestParts> = {}): Promise<void> {
  server = createHttpServer();
  server.on(
    "request",
    requestListener({
      settings: settings(),
      unguarded: () => false,
      front: [],
      next: async (req, res) => {
        seen = { ...req.headers };
        answerPlainly(res, 200, "from the pages");
      },
      ...parts,
    }),
  );
  await listen(server, 0, "127.0.0.1");
}

describe("what is ready to be sent", () => {
  const parts = async () => {
    const answer = await storedAnswer("<!doctype html>ready", {
      type: "text/html",
      cache: "no-cache",
      shared: false,
      more: fixedHeaders(settings()),
    });
    return { ready: () => answer };
  };

  it("is sent at once, with its id and its security headers", async () => {
    await start(await parts());
    const { status, body, headers } = await ask(server, "/", { headers: { host: HOST } });
    expect([status, body]).toEqual([200, "<!doctype html>ready"]);
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(seen).toBeUndefined();
  });

  it("is not sent to who asks another host or sends more than we take", async () => {
    await start(await parts());
    for (const headers of [
      { host: "evil.example" },
      { host: HOST, "transfer-encoding": "chunked" },
    ] as const) {
      expect((await ask(server, "/", { headers })).body).not.toContain("ready");
    }
  });
});

describe("a page that is made first", () => {
  it("keeps its own policy with who has it already", async () => {
    const answer = await storedAnswer("<!doctype html>made", {
      type: "text/html",
      cache: "no-cache",
      shared: false,
      more: { "content-security-policy": "default-src 'none'" },
    });
    await start({
      front: [
        (req, res) => {
          sendAnswer(req, res, answer);
          return true;
        },
      ],
    });
    const first = await ask(server, "/", { headers: { host: HOST } });
    expect(first.headers["content-security-policy"]).toBe("default-src 'none'");
    const again = await ask(server, "/", {
      headers: { host: HOST, "if-none-match": String(first.headers.etag) },
    });
    expect(again.status).toBe(304);
    // A browser would keep what is sent here with the page that it has, and show that without its style.
    expect(again.headers["content-security-policy"]).toBeUndefined();
    expect(again.headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("the request id", () => {
  it("is the one a proxy gave, on the answer and on the request", async () => {
    await start();
    const { headers } = await ask(server, "/", {
      headers: { host: HOST, "x-request-id": "from-proxy-17" },
    });
    expect(headers["x-request-id"]).toBe("from-proxy-17");
    expect(seen?.["x-request-id"]).toBe("from-proxy-17");
  });

  it.each(["short", "with space inside", "x".repeat(65), 'in"quotes"1'])(
    "is made anew when it is not sane: %s",
    async (given) => {
      await start();
      const { headers } = await ask(server, "/", {
        headers: { host: HOST, "x-request-id": given },
      });
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe("security headers", () => {
  it("stand on every answer, whoever gives it", async () => {
    await start({
      front: [({ url }, res) => url === "/front" && (answerPlainly(res, 200, "front"), true)],
    });
    const requests = [
      ask(server, "/", { headers: { host: HOST } }),
      ask(server, "/front", { headers: { host: HOST } }),
      ask(server, "/", { headers: { host: "evil.example" } }),
      ask(server, "/", { method: "POST", headers: { host: HOST, "content-length": "1200000" } }),
    ];
    for (const { headers } of await Promise.all(requests)) {
      expect(headers["content-security-policy"]).toMatch(/'nonce-/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["strict-transport-security"]).toBeTruthy();
    }
  });

  it("carry a nonce that the pages find on the request, never the client's", async () => {
    await start();
    const forged = { "x-nonce": "forged", "content-security-policy": "script-src 'nonce-forged'" };
    const { headers } = await ask(server, "/", { headers: { host: HOST, ...forged } });
    expect(headers["content-security-policy"]).toContain(`'nonce-${String(seen?.["x-nonce"])}'`);
    expect(seen?.["content-security-policy"]).toBe(headers["content-security-policy"]);
    expect(headers["content-security-policy"]).not.toContain("forged");
  });
});

describe("what a client may not say", () => {
  it.each([
    ["x-middleware-subrequest", "middleware:middleware"],
    ["x-invoke-path", "/admin"],
    ["x-real-ip", "10.0.0.1"],
    ["forwarded", "for=10.0.0.1"],
    ["x-precept-anything", "1"],
  ])("%s", async (name, value) => {
    await start();
    await ask(server, "/", { headers: { host: HOST, [name]: value } });
    expect(seen).not.toHaveProperty(name);
  });

  it("where it comes from, and to which host", async () => {
    await start();
    await ask(server, "/", {
      headers: { host: HOST, "x-forwarded-for": "6.6.6.6", "x-forwarded-host": "evil.example" },
    });
    expect(seen).toMatchObject({
      host: HOST,
      "x-forwarded-host": HOST,
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "https",
      "x-precept-client-address": "127.0.0.1",
    });
  });

  it("except through a proxy that we trust, and only what that one saw", async () => {
    await start({ settings: settings({ TRUST_PROXY: "1" }) });
    await ask(server, "/", {
      headers: {
        host: "inside:3000",
        "x-forwarded-for": "6.6.6.6, 9.9.9.9",
        "x-forwarded-host": HOST,
      },
    });
    expect(seen).toMatchObject({ host: HOST, "x-precept-client-address": "9.9.9.9" });
  });
});

it("no line of the log names where a request came from, also when it fails (QUALITY P5)", async () => {
  const shared = globalThis as { preceptLog?: Logger };
  const before = shared.preceptLog;
  const lines: string[] = [];
  vi.stubEnv("LOG_LEVEL", "trace");
  shared.preceptLog = makeLog((line) => lines.push(line));
  try {
    const next = () => Promise.reject(new Error("The page broke."));
    await start({ settings: settings({ TRUST_PROXY: "1" }), next });
    const from = { host: HOST, "x-forwarded-host": HOST, "x-forwarded-for": "203.0.113.77" };
    expect((await ask(server, "/somewhere", { headers: from })).status).toBe(500);
    await ask(server, "/", { headers: { ...from, "x-forwarded-host": "evil.example" } });
    expect(lines.join(""), "something was logged").toContain("The page broke.");
    expect(lines.join("")).not.toMatch(/203\.0\.113|127\.0\.0\.1/);
  } finally {
    vi.unstubAllEnvs();
    if (before) shared.preceptLog = before;
    else delete shared.preceptLog;
  }
});

describe("requests that are not looked at", () => {
  it.each<[string, number, Record<string, string>, string]>([
    ["for another host", 421, { host: "evil.example" }, "GET"],
    ["for a host that only begins like ours", 421, { host: `${HOST}.evil.example` }, "GET"],
    ["with a body too large", 413, { host: HOST, "content-length": "1048577" }, "POST"],
    ["with a body without an end", 411, { host: HOST, "transfer-encoding": "chunked" }, "POST"],
  ])("%s", async (_, status, headers, method) => {
    await start();
    const answer = await ask(server, "/", { method, headers });
    expect(answer.status).toBe(status);
    expect(answer.body.length).toBeGreaterThan(20);
    expect(seen).toBeUndefined();
  });

  it("but an import may be large, at its one address", async () => {
    await start();
    const send = async (method: string, path: string, bytes: number) => {
      const head = `${method} ${path} HTTP/1.1\r\nHost: ${HOST}\r\nContent-Length: ${bytes}\r\nConnection: close\r\n\r\n`;
      return Number((await sendRaw(server, head)).split(" ")[1]);
    };
    const megabytes = (count: number) => count * 1024 * 1024;
    expect(await send("POST", "/api/imports?name=a.md", megabytes(50))).toBe(200);
    expect(await send("POST", "/api/imports", megabytes(50) + 1)).toBe(413);
    expect(await send("POST", "/api/imports/x", megabytes(2))).toBe(413);
    expect(await send("PUT", "/api/imports", megabytes(2))).toBe(413);
  });

  it("without a host, or for a whole address", async () => {
    await start();
    expect(await sendRaw(server, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
    const absolute = `GET http://evil.example/ HTTP/1.1\r\nHost: ${HOST}\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(server, absolute)).toMatch(/^HTTP\/1.1 400 /);
  });

  it("but a body of the allowed size, and people on this machine", async () => {
    await start();
    const body = "x".repeat(1024 * 1024);
    expect((await ask(server, "/", { method: "POST", headers: { host: HOST }, body })).status).toBe(
      200,
    );
    expect((await ask(server, "/", { headers: { host: "localhost:3000" } })).status).toBe(200);
  });
});

describe("when a page fails outside of Next", () => {
  it("the answer names the request and not the reason", async () => {
    await start({ next: () => Promise.reject(new Error("secret reason")) });
    const { status, body, headers } = await ask(server, "/", { headers: { host: HOST } });
    expect(status).toBe(500);
    expect(body).toContain(headers["x-request-id"]);
    expect(body).not.toContain("secret reason");
  });
});

describe("clients that are slow on purpose", () => {
  it("are told so and dropped", async () => {
    server = createHttpServer({ headersTimeout: 100, requestTimeout: 100 });
    await listen(server, 0, "127.0.0.1");
    expect(await sendRaw(server, "GET / HTTP/1.1\r\nHost: ")).toMatch(/^HTTP\/1.1 408 /);
  });

  it("and what is no HTTP gets an answer too", async () => {
    await start();
    expect(await sendRaw(server, "\x16\x03\x01 hello\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
  });
});
