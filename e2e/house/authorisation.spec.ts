import { existsSync } from "node:fs";
import { request } from "@playwright/test";
import { expect, test } from "../fixtures";
import {
  ACTIONS,
  OUTSIDE_OF_THE_TABLE,
  ROUTES,
  VIEWERS,
  type Viewer,
} from "../support/authorisation-table";
import { listActions, listRoutes } from "../support/routes";
import { sessionToken } from "../support/sign-in";
import { SpecFixture } from "../support/spec-fixture";
import { isRole } from "@/lib/policy/role";
import { person } from "@/lib/testing/people";

// Headers that have opened doors in other applications: they must change no answer.
const TRICKS: Record<string, string>[] = [
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "next-router-prefetch": "1", "x-nextjs-data": "1" },
  { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "localhost" },
];

test("every route of the application is in the table, and nothing else", () => {
  expect([...Object.keys(ROUTES), ...OUTSIDE_OF_THE_TABLE].sort()).toEqual(listRoutes());
});

test("every server action is in the table, with tests that exist", () => {
  expect(Object.values(ACTIONS).flat().sort()).toEqual(listActions());
  for (const file of Object.keys(ACTIONS)) expect(existsSync(file), file).toBe(true);
});

for (const viewer of VIEWERS) {
  test(`a ${viewer} gets what the table says at every address`, async ({ baseURL }) => {
    const { cookie, spec } = await stand(viewer);
    const api = await request.newContext({ baseURL: String(baseURL) });
    const answers: Record<string, number[]> = {};
    const expected: Record<string, number[]> = {};
    for (const [route, row] of Object.entries(ROUTES)) {
      const address = route
        .replace("[spec]", spec.slug)
        .replace("[version]/[format]", "draft/markdown")
        .replace("[secret]", "made-up-and-never-valid");
      const statuses = await Promise.all(
        [{}, ...TRICKS].map(async (trick) => {
          const headers = { ...trick, ...(cookie ? { cookie } : {}) };
          return (await api.get(address, { headers, maxRedirects: 0 })).status();
        }),
      );
      answers[route] = [...new Set(statuses)];
      expected[route] = [row[viewer]];
    }
    await api.dispose();
    expect(answers).toEqual(expected);
  });
}

test("what a page sends for moving between pages holds no more than the page", async ({
  baseURL,
  spec,
}) => {
  const { cookie } = await stand("outsider");
  const api = await request.newContext({ baseURL: String(baseURL) });
  for (const address of [`/w/${spec.slug}`, `/w/${spec.slug}/members`]) {
    const answer = await api.get(`${address}?_rsc=1`, {
      headers: { rsc: "1", cookie: cookie ?? "" },
      maxRedirects: 0,
    });
    expect(await answer.text()).not.toContain(spec.title);
  }
  await api.dispose();
});

async function stand(viewer: Viewer): Promise<{ cookie?: string; spec: SpecFixture }> {
  const spec = await SpecFixture.create();
  if (viewer === "visitor") return { spec };
  const { id } = await person({ administrator: viewer === "administrator" });
  if (isRole(viewer)) await spec.add(id, viewer);
  return { cookie: `authjs.session-token=${await sessionToken(id)}`, spec };
}
