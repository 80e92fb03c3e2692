/** Files that say something about a spec; pictures, programs and pages beside it are left alone. */
export function isWanted(path: string): boolean {
  if (/(?:^|\/)(?:__MACOSX|node_modules|\.git|\.github)\//.test(path)) return false;
  return /\.(?:md|markdown)$/i.test(path) || /(?:^|\/)commit\.json$/.test(path);
}
