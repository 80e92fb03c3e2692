import { LETTERS, lettersLink } from "./show-letters";

// One of each file that a page of Latin text takes; other scripts fetch theirs when a page holds them.
const FACES = [
  "1em 'Source Serif 4 Variable'",
  "italic 1em 'Source Serif 4 Variable'",
  "1em 'Inter Variable'",
  "1em 'JetBrains Mono Variable'",
];

/**
 * Fetches our families of letters for the pages to come. This one keeps the letters that it was drawn with,
 * so that no line moves while somebody reads it.
 */
export async function fetchLetters(): Promise<void> {
  const { lettersAt: href, letters } = document.documentElement.dataset;
  if (!href || letters !== undefined || savesData()) return;
  const link = lettersLink(href);
  const arrived = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", reject);
  });
  document.head.append(link);
  try {
    await arrived;
    await Promise.all(FACES.map((face) => document.fonts.load(face)));
    localStorage.setItem(LETTERS, href);
  } catch {
    // Not reached, or storage is forbidden: the next page keeps the system's letters too.
  }
}

/** Whether the reader told the browser to fetch no more than it must. */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
