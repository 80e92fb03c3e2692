import { expect, test } from "../fixtures";
import { OUTSIDE_OF_THE_TABLE, ROUTES } from "../support/authorisation-table";
import { sessionToken } from "../support/sign-in";
import { clause, spec as documentOf } from "@/lib/spec/builders";
import { person } from "@/lib/testing/people";
import { publish } from "@/server/reading/testing/publish";

const EXPECTED: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /strict-origin-when-cross-origin|same-origin|no-referrer/,
  "cross-origin-opener-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "x-request-id": /^[\w-]{8,}$/,
};

test("every route answers with the security headers", async ({ request, spec }) => {
  // Every page of the product twice, each for the first time in its process.
  test.slow();
  const { id } = await person({ administrator: true });
  const cookie = `authjs.session-token=${await sessionToken(id)}`;
  const routes = [...Object.keys(ROUTES), ...OUTSIDE_OF_THE_TABLE, "/no/such/page", "/healthz"];
  for (const route of routes) {
    const address = route
      .replace("[spec]", spec.slug)
      .replace("[secret]", "made-up-and-never-valid")
      .replace("[...nextauth]", "providers");
    for (const headers of [undefined, { cookie }]) {
      const answer = await request.get(address, {
        ...(headers ? { headers } : {}),
        maxRedirects: 0,
      });
      for (const [name, pattern] of Object.entries(EXPECTED)) {
        expect(answer.headers()[name], `${name} at ${address}`).toMatch(pattern);
      }
      expectStrictPolicy(answer.headers()["content-security-policy"] ?? "", address);
    }
  }
});

test("published pages and their forms for machines answer with them too", async ({
  request,
  spec,
}) => {
  await publish(
    spec.id,
    "2026-03-10",
    documentOf(clause("honest", "Be honest", "Say what is so.")),
  );
  const own = ["", "/2026-03-10", "/2026-03-10/honest", "/releases", "/releases/2026-03-10"];
  const compared = ["", "?view=split", "/export?format=html"].map(
    (more) => `/2026-03-10/compare/2026-03-10${more}`,
  );
  const forMachines = [".json", ".md", "/2026-03-10/honest.json", "/releases.json", "/feed.xml"];
  const elsewhere = ["/llms.txt", "/sitemap.xml", "/robots.txt", `/${spec.slug}/1999-01-01.json`];
  await expect(async () => {
    expect((await request.get(`/${spec.slug}`)).status()).toBe(200);
  }).toPass({ timeout: 20_000 });
  for (const address of [
    ...[...own, ...compared, ...forMachines].map((place) => `/${spec.slug}${place}`),
    ...elsewhere,
  ]) {
    const answer = await request.get(address);
    for (const [name, pattern] of Object.entries(EXPECTED)) {
      expect(answer.headers()[name], `${name} at ${address}`).toMatch(pattern);
    }
    expectStrictPolicy(answer.headers()["content-security-policy"] ?? "", address);
    expect(answer.headers()["set-cookie"], address).toBeUndefined();
    const known = { "if-none-match": answer.headers()["etag"] ?? "" };
    if (answer.status() !== 200) continue;
    expect((await request.get(address, { headers: known })).status(), address).toBe(304);
  }
});

test("pages of a draft are never kept by a cache", async ({ request, spec }) => {
  const { id } = await person({ administrator: true });
  const cookie = `authjs.session-token=${await sessionToken(id)}`;
  const answer = await request.get(`/w/${spec.slug}`, { headers: { cookie } });
  expect(answer.headers()["cache-control"]).toMatch(/no-store/);
});

test("each answer has a nonce of its own", async ({ request }) => {
  const policies = await Promise.all([1, 2].map(() => request.get("/sign-in")));
  const nonces = policies.map((answer) => /'nonce-([^']+)'/.exec(policyOf(answer.headers()))?.[1]);
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
});

const policyOf = (headers: Record<string, string>) => headers["content-security-policy"] ?? "";

function expectStrictPolicy(policy: string, address: string): void {
  const directives = new Map(
    policy.split(";").map((part) => {
      const [name = "", ...values] = part.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );
  const scripts = directives.get("script-src") ?? directives.get("default-src") ?? [];
  expect(scripts, `scripts at ${address}`).not.toContain("'unsafe-inline'");
  expect(scripts, `scripts at ${address}`).not.toContain("'unsafe-eval'");
  expect(scripts.length, `scripts at ${address}`).toBeGreaterThan(0);
  expect(directives.get("frame-ancestors"), address).toEqual(["'none'"]);
  expect(directives.get("object-src"), address).toEqual(["'none'"]);
  expect(directives.get("base-uri"), address).toEqual(["'none'"]);
}
