import { ImportRefused } from "./import-refused";
import { IMPORT_LIMITS } from "./limits";

/**
 * A path inside an archive or folder, with `/` between its parts.
 *
 * @throws ImportRefused when it leads out of its folder or cannot be a path everywhere.
 */
export function safePath(path: string): string {
  const shown = JSON.stringify(path.slice(0, 120));
  // Archives of some Windows programs separate by "\".
  const parts = path.replaceAll("\\", "/").split("/");
  const leadsOut = path.startsWith("/") || /^[A-Za-z]:/.test(path) || parts.includes("..");
  if (leadsOut) {
    throw new ImportRefused(
      `The name ${shown} leads out of its folder. Pack the spec again from its own folder.`,
    );
  }
  if (path.length > 500 || /\p{Cc}/u.test(path)) {
    throw new ImportRefused(
      `The name ${shown} is too long or holds signs that no file name may have.`,
    );
  }
  const kept = parts.filter((part) => part !== "" && part !== ".");
  if (kept.length > IMPORT_LIMITS.depth) {
    throw new ImportRefused(
      `The file ${shown} stands in more than ${IMPORT_LIMITS.depth} folders. Pack the folder of the spec itself.`,
    );
  }
  return kept.join("/");
}
