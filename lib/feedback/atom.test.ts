import { expect, it } from "vitest";
import { atomFeed } from "./atom";
import { HOSTILE_TEXTS } from "./testing/hostile-texts";

const feed = (body: string, author = "Reader 1000") =>
  atomFeed("https://specs.example", "/a/feedback/feed.xml", {
    title: "Feedback",
    page: "/a/feedback",
    entries: [
      {
        path: "/a/feedback/1#comment-1",
        title: body,
        author,
        at: "2026-01-01T00:00:00.000Z",
        body,
      },
    ],
  });

it("names itself, its page and the newest change", () => {
  const text = feed("Why?");
  expect(text).toContain('<updated>2026-01-01T00:00:00.000Z</updated>\n<link rel="self"');
  expect(text).toContain('<content type="text">Why?</content>');
});

it.each([...HOSTILE_TEXTS, "a\u0000b\uD800c\uFFFFd"])("holds %j as text alone", (words) => {
  const text = feed(words, words);
  const markup = [...text.matchAll(/<\/?([a-zA-Z!?][^\s/>]*)/g)].map(([, name]) => name);
  expect(new Set(markup)).toEqual(
    new Set([
      "?xml",
      "feed",
      "id",
      "title",
      "updated",
      "link",
      "entry",
      "author",
      "name",
      "content",
    ]),
  );
  expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
});
