import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const NOT_OURS = new Set(["node_modules", ".git", ".next", ".build", "generated", "test-results"]);

const files = listFiles(".");
const known = new Set(files);
const pages = files
  .filter((file) => file.endsWith(".md"))
  .map((page) => ({ page, text: readFileSync(page, "utf8") }));
const scripts = new Set(
  Object.keys((JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object }).scripts),
);

describe("the documentation", () => {
  it("names files that are there", () => {
    const file = /`([\w./[\]()-]+\.(?:test\.tsx?|spec\.ts|tsx?|mjs|css|prisma))`/g;
    expect(missing(file, (name, page) => isThere(name, page))).toEqual([]);
  });

  it("links to what is there", () => {
    const link = /\]\((?!https?:|mailto:|#)([^)\s#]+)/g;
    expect(missing(link, (to, page) => existsSync(path.join(path.dirname(page), to)))).toEqual([]);
  });

  it("names commands that there are", () => {
    expect(missing(/npm run (?:-s )?([\w:-]+)/g, (name) => scripts.has(name))).toEqual([]);
  });
});

/** What the pages name and is not there, as `page: name`. */
function missing(pattern: RegExp, isKnown: (name: string, page: string) => boolean): string[] {
  const named = pages.flatMap(({ page, text }) =>
    [...text.matchAll(pattern)].map(([, name]) => ({ page, name: name! })),
  );
  expect(named.length).toBeGreaterThan(0);
  return named
    .filter(({ page, name }) => !isKnown(name, page))
    .map(({ page, name }) => `${page}: ${name}`);
}

/** A file by its path from the top, from the folder of its page, or by the end of its path. */
function isThere(name: string, page: string): boolean {
  const wanted = name.replace(/^\.\//, "");
  if (known.has(wanted) || known.has(path.join(path.dirname(page), wanted))) return true;
  return files.some((file) => file.endsWith(`/${wanted}`));
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(file) : [file];
  });
}
