/**
 * What a word in lower case shares with its other forms: "costs" and "cost", "asking" and "ask". A rough
 * cut of English endings, for telling how alike two texts are; words of other scripts stay as they are.
 * Which words changed is never decided by it.
 */
export function stem(word: string): string {
  const singular = withoutPlural(word);
  const bare = withoutEnding(singular);
  return bare.length > 4 && bare.endsWith("e") ? bare.slice(0, -1) : bare;
}

function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("sses")) return word.slice(0, -2);
  return /[aiu]s$|ss$|'s$/.test(word) ? word : word.slice(0, -1);
}

function withoutEnding(word: string): string {
  if (word.length >= 6 && word.endsWith("ing")) return word.slice(0, -3);
  return word.length >= 6 && word.endsWith("ed") ? word.slice(0, -2) : word;
}
