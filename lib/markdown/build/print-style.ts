import { mainLineEnd } from "../lines";
import type { Profile } from "../profile";
import type { PrintStyle } from "../source-map";

/** The habits of a text: its line ends, its bullets, how far it indents what is under a bullet. */
export function printStyle(text: string, profile: Profile): PrintStyle {
  return {
    newline: mainLineEnd(text),
    bullet: usualBullet(text),
    listIndent: usualIndent(text, profile),
  };
}

/** How a document looks that was never a text. */
export function newStyle(profile: Profile): PrintStyle {
  return { newline: "\n", bullet: "-", listIndent: profile.listIndent };
}

/** The bullet that most list items have. */
function usualBullet(text: string): PrintStyle["bullet"] {
  const tally = { "-": 0, "*": 0, "+": 0 };
  for (const [, bullet] of text.matchAll(/^ {0,3}([-*+]) \S/gm)) tally[bullet as "-"]++;
  if (tally["*"] > tally["-"] && tally["*"] >= tally["+"]) return "*";
  return tally["+"] > tally["-"] ? "+" : "-";
}

/** Whether nested items stand under the marker's text or four columns in. */
function usualIndent(text: string, profile: Profile): 4 | null {
  let four = 0;
  let narrow = 0;
  for (const [indent] of text.matchAll(/^ {2,4}(?=[-*+] \S)/gm)) {
    if (indent.length === 4) four++;
    else narrow++;
  }
  return four + narrow === 0 ? profile.listIndent : four >= narrow ? 4 : null;
}
