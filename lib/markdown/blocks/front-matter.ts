import type { Stretch } from "../lines";

/**
 * How many lines at the top of a file are front matter: `---` (YAML) or `+++` (TOML) until the same
 * again. 0 when there is none, also when it never ends.
 */
export function frontMatterLines(text: string, lines: readonly Stretch[]): number {
  const fence = lines[0]
    ? text
        .slice(...lines[0])
        .replace(/^\uFEFF/, "")
        .trimEnd()
    : "";
  if (fence !== "---" && fence !== "+++") return 0;
  for (let index = 1; index < lines.length; index++) {
    const line = text.slice(...lines[index]!).trimEnd();
    if (line === fence || (fence === "---" && line === "...")) return index + 1;
    // A blank first line means a rule, not front matter.
    if (index === 1 && line === "") return 0;
  }
  return 0;
}
