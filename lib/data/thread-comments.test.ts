import { expect, it } from "vitest";
import { db } from "./db";
import { useDatabase } from "@/lib/testing/database";
import { open } from "@/lib/testing/feedback-scene";
import { person } from "@/lib/testing/people";
import { publishedSpec } from "@/lib/testing/published-spec";
import { useSettings } from "@/lib/testing/settings";
import { COMMENTS_PER_PAGE, findOfficialAnswer, listComments } from "./thread-comments";
import { PUBLIC_VIEWER } from "./thread-views";

useDatabase();
useSettings();

it("finds the newest official answer of a long thread on the page where this viewer sees it", async () => {
  const { threadId } = await open(await publishedSpec(), await person());
  const held = 5;
  const official = COMMENTS_PER_PAGE + held + 1;
  expect(await findOfficialAnswer(threadId, PUBLIC_VIEWER)).toBeNull();
  await db().comment.createMany({
    data: Array.from({ length: official + 10 }, (_, at) => at + 2).map((number) => ({
      threadId,
      number,
      body: `Comment ${number}`,
      wordsHash: String(number),
      state: number <= held + 1 ? ("held" as const) : ("visible" as const),
      isOfficial: number === 10 || number === official,
      at: new Date(Date.UTC(2026, 1, 1, 0, number)),
    })),
  });
  const moderator = { actorId: null, moderates: true };
  expect(await findOfficialAnswer(threadId, PUBLIC_VIEWER)).toEqual({ number: official, page: 1 });
  expect(await findOfficialAnswer(threadId, moderator)).toEqual({ number: official, page: 2 });
  for (const viewer of [PUBLIC_VIEWER, moderator]) {
    const { page } = (await findOfficialAnswer(threadId, viewer))!;
    const { comments } = await listComments(threadId, viewer, page);
    expect(comments.some(({ number }) => number === official)).toBe(true);
  }
});
