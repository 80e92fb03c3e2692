import { ImportRefused } from "@/lib/import/import-refused";
import { IMPORT_LIMITS } from "@/lib/import/limits";

/** All bytes of a request, counted as they come. @throws ImportRefused when there are none or too many. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > IMPORT_LIMITS.bytes) {
      const most = IMPORT_LIMITS.bytes / 1024 / 1024;
      throw new ImportRefused(
        `That is more than ${most} MB. A spec with all its examples is far less.`,
      );
    }
    pieces.push(piece);
  }
  if (size === 0) throw new ImportRefused("The file is empty. Choose another one.");
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
