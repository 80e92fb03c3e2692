/** Reads `{#id .sensitive}` at the end of a title. */
export function exampleAttributes(
  text: string,
): { title: string; id: string | null; sensitive: boolean } | null {
  const match = /(?:^|[ \t])\{(?:#([^\s#()[\]{}"'`<>|\\^]{1,200}))?( ?\.sensitive)?\}$/.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const id = match[1] ?? null;
  return { title: text.slice(0, match.index), id, sensitive: match[2] !== undefined };
}

/** Writes them; empty when there is nothing to say. */
export function printExampleAttributes(attributes: {
  id: string | null;
  sensitive: boolean;
}): string {
  const { id, sensitive } = attributes;
  const parts = [id === null ? "" : `#${id}`, sensitive ? ".sensitive" : ""];
  const words = parts.filter((part) => part !== "").join(" ");
  return words === "" ? "" : `{${words}}`;
}
