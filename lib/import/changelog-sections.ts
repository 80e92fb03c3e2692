/**
 * The part of a change log that is about one release: the text under the heading that names it.
 *
 * @param label "2025-09-12", "1.4.0". Signs between digits and a leading "v" do not matter.
 * @returns Markdown, null when no heading names the release.
 */
export function changelogFor(changelog: string, label: string): string | null {
  const lines = changelog.split(/\r\n|\r|\n/);
  const wanted = bare(label);
  const start = lines.findIndex((line) => {
    const title = headingOf(line)?.title;
    return title !== undefined && title.split(/[\s()[\],]+/).some((word) => bare(word) === wanted);
  });
  if (start < 0) return null;
  const { level } = headingOf(lines[start]!)!;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => (headingOf(line)?.level ?? Infinity) <= level);
  return (end < 0 ? rest : rest.slice(0, end)).join("\n").trim() || null;
}

function headingOf(line: string): { level: number; title: string } | null {
  const found = /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line);
  return found ? { level: found[1]!.length, title: found[2]! } : null;
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/^v(?=\d)/, "")
    .replaceAll(/[^a-z0-9]/g, "");
