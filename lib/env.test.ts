import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvironmentInvalid, parseEnv } from "./env";

const GOOD = {
  AUTH_SECRET: "a-secret-of-thirty-two-characters!",
  DATABASE_URL: "postgresql://precept:pw@localhost:5432/precept",
};

const OPTIONAL = [
  "SMTP_URL",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_NAME",
] as const;

function problems(variables: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnv({ ...GOOD, ...variables });
    return [];
  } catch (error) {
    if (error instanceof EnvironmentInvalid) return error.problems;
    throw error;
  }
}

describe("settings", () => {
  it("has an answer for everything but the secret and the database", () => {
    expect(parseEnv(GOOD)).toMatchObject({
      NODE_ENV: "development",
      PORT: 3000,
      HOST: "127.0.0.1",
      APP_URL: "http://localhost:3000",
      SIGN_UP: "invited",
      TRUST_PROXY: 0,
      DATABASE_POOL_SIZE: 10,
      MAIL_FROM: "Precept <no-reply@localhost>",
      LOG_LEVEL: "info",
      DEMO: false,
      LAB: true,
    });
  });

  it("takes an empty value for none, as an unedited .env has them", () => {
    const unedited = { ...GOOD, PORT: "", APP_URL: " ", OIDC_ISSUER: "" };
    expect(parseEnv(unedited)).toEqual(parseEnv(GOOD));
  });

  it("follows the port in the address people type", () => {
    expect(parseEnv({ ...GOOD, PORT: "4000" }).APP_URL).toBe("http://localhost:4000");
  });

  it("keeps the address as a bare origin", () => {
    expect(parseEnv({ ...GOOD, APP_URL: "https://Spec.Example.org/" }).APP_URL).toBe(
      "https://spec.example.org",
    );
  });

  it("hides the developer pages in production unless they are asked for", () => {
    expect(parseEnv({ ...GOOD, NODE_ENV: "production" }).LAB).toBe(false);
    expect(parseEnv({ ...GOOD, NODE_ENV: "production", LAB: "1" }).LAB).toBe(true);
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ["no secret", { AUTH_SECRET: undefined }, /^AUTH_SECRET is missing.*node -p/],
    ["a short secret", { AUTH_SECRET: "short" }, /^AUTH_SECRET is too short.*node -p/],
    ["no database", { DATABASE_URL: undefined }, /^DATABASE_URL is missing.*postgresql:/],
    ["another database", { DATABASE_URL: "mysql://h/d" }, /^DATABASE_URL is no valid address/],
    ["a port in words", { PORT: "http" }, /^PORT must be a whole number from 1 to 65535/],
    ["a port too high", { PORT: "70000" }, /^PORT must be a whole number/],
    ["half a proxy", { TRUST_PROXY: "0.5" }, /^TRUST_PROXY must be a whole number from 0 to 10/],
    ["an address with a path", { APP_URL: "https://a.org/b" }, /^APP_URL.*Write https:\/\/a.org$/],
    ["an address that is none", { APP_URL: "spec.org" }, /^APP_URL is no valid address/],
    ["a numeric host", { APP_URL: "http://127.0.0.1:3000" }, /Write http:\/\/localhost:3000$/],
    ["an unknown sign-up", { SIGN_UP: "yes" }, /^SIGN_UP must be one of: open, invited/],
    ["a flag in words", { DEMO: "yes" }, /^DEMO must be 1 \(yes\) or 0 \(no\)/],
    ["mail without sender", { SMTP_URL: "smtp://mail" }, /^MAIL_FROM is missing/],
    ["a provider without id", { OIDC_ISSUER: "https://id.org" }, /^OIDC_CLIENT_ID is missing/],
    [
      "a public server that does not know its name",
      { NODE_ENV: "production", HOST: "0.0.0.0" },
      /^APP_URL is missing. HOST=0.0.0.0/,
    ],
  ])("says what to write: %s", (_, variables, words) => {
    expect(problems(variables)).toEqual([expect.stringMatching(words)]);
  });

  it("tells all problems at once and never a value that may be secret", () => {
    const found = problems({ AUTH_SECRET: "hunter2", PORT: "x", DATABASE_URL: "pg:hunter2@h" });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain("hunter2");
  });

  it.each(["README.md", ".env.example"])("stands in %s, each and all", (file) => {
    const text = readFileSync(file, "utf8");
    // Read from outside of the settings, or set by the scripts and not by people.
    const known = [...Object.keys(parseEnv(GOOD)), "DATA_FOLDER", ...OPTIONAL];
    const wanted = new Set(known.filter((name) => name !== "NODE_ENV"));
    const named = new Set(
      file === "README.md"
        ? [...text.matchAll(/`([A-Z]+(?:_[A-Z]+)*)`(?=[^\n]*\|)/g)].map(([, name]) => name!)
        : [...text.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name!),
    );
    expect([...wanted].filter((name) => !named.has(name))).toEqual([]);
  });
});
