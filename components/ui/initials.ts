/** One or two letters that stand for a name: first and last word, any script. "?" for a name without letters. */
export function initials(name: string) {
  const words = name.normalize("NFC").match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
  const first = words[0];
  if (!first) return "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return (letter(first) + (last ? letter(last) : "")).toLocaleUpperCase("en");
}

// A letter with the marks that belong to it, so that "é" written in two code points stays whole.
const letter = (word: string) => word.match(/^.\p{M}*/u)?.[0] ?? "";
