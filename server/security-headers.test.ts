import { describe, expect, it } from "vitest";
import { settings } from "@/lib/testing/http-server";
import { contentSecurityPolicy, fixedHeaders } from "./security-headers";

const policy = (more: Record<string, string> = {}) =>
  Object.fromEntries(
    contentSecurityPolicy("n0nce", settings(more))
      .split("; ")
      .map((part) => [part.split(" ")[0], part.split(" ").slice(1)]),
  );

describe("the content security policy", () => {
  it("runs scripts and style elements with the nonce alone", () => {
    expect(policy()).toMatchObject({
      "script-src": ["'self'", "'nonce-n0nce'", "'strict-dynamic'"],
      "style-src": ["'self'", "'nonce-n0nce'"],
      "style-src-attr": ["'unsafe-inline'"],
    });
  });

  it("lets nothing frame us, no plug-in in, and no base address be moved", () => {
    expect(policy()).toMatchObject({
      "frame-ancestors": ["'none'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
    });
  });

  it("connects to this host alone, sockets included", () => {
    expect(policy()["connect-src"]).toEqual(["'self'", "wss://spec.example.org"]);
    expect(policy({ APP_URL: "http://localhost:3000" })["connect-src"]).toEqual([
      "'self'",
      "ws://localhost:3000",
    ]);
  });

  it("sends forms here, and to the sign-in provider when there is one", () => {
    expect(policy()["form-action"]).toEqual(["'self'"]);
    const withProvider = { OIDC_ISSUER: "https://id.example.org/realm", OIDC_CLIENT_ID: "precept" };
    expect(policy(withProvider)["form-action"]).toEqual(["'self'", "https://id.example.org"]);
  });

  it("asks for https only where https is served", () => {
    expect(policy()).toHaveProperty("upgrade-insecure-requests");
    expect(policy({ APP_URL: "http://localhost:3000" })).not.toHaveProperty(
      "upgrade-insecure-requests",
    );
  });

  it("allows eval in development and nowhere else", () => {
    expect(policy()["script-src"]).not.toContain("'unsafe-eval'");
    expect(policy({ NODE_ENV: "development" })["script-src"]).toContain("'unsafe-eval'");
  });
});

describe("transport security", () => {
  it("is promised over https alone", () => {
    expect(fixedHeaders(settings())).toHaveProperty("strict-transport-security");
    expect(fixedHeaders(settings({ APP_URL: "http://localhost:3000" }))).not.toHaveProperty(
      "strict-transport-security",
    );
  });
});
